import { CONTENDERS } from './contenders.mjs';
import { syntheticSituations } from './peer-model.mjs';
import { secondsOfMany } from './timing.mjs';

// One contender in a process of its own: for each message it does its task for a while, and answers with the seconds of one.
const [name, situations] = process.argv.slice(2);
const task = await CONTENDERS[name](syntheticSituations(Number(situations)));
process.on('message', async () => process.send(await secondsOfMany(task)));
process.send('ready');
