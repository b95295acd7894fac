import { syntheticSituations } from './peer-model.mjs';
import { contenders } from './peers.mjs';
import { secondsOfMany } from './timing.mjs';

// One contender in a process of its own: for each message it does its task for a while, and answers with the seconds of one.
const [name, situations] = process.argv.slice(2);
const tasks = await contenders(syntheticSituations(Number(situations)));
process.on('message', async () => process.send(await secondsOfMany(tasks[name])));
process.send('ready');
