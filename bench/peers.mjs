import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CONTENDERS } from './contenders.mjs';
import { measurement } from './measurement.mjs';
import * as impactFramework from './peer-impact-framework.mjs';
import { syntheticSituations } from './peer-model.mjs';
import { medianOfTurns, medianSeconds } from './timing.mjs';

const SITUATIONS = 3_000;
const OBSERVATIONS_OF_A_COMMAND = 20_000;
/** Floats carry 53 bits; a handful of operations cannot drift further than this from the exact figure. */
const FLOAT_ERROR = 1e-13;

function assertAgreement(name, kilograms, tonnes) {
  tonnes.forEach((pair, index) =>
    pair.forEach((exact, which) => {
      const ours = exact.times(1_000).toNumber();
      const theirs = kilograms[index][which];
      if (Math.abs(theirs - ours) <= FLOAT_ERROR * Math.abs(ours)) return;
      throw new Error(`${name} gives ${theirs} for situation ${index + 1}, hiilitase ${ours}: not the same work.`);
    }),
  );
}

/** All contenders have to agree before any of them is measured. */
async function assertEqualWork() {
  const situations = syntheticSituations(SITUATIONS);
  const resultOf = async (name) => (await CONTENDERS[name](situations))();
  const tonnes = await resultOf('together');
  assertAgreement('hiilitase, one by one,', (await resultOf('oneByOne')).map(inKilograms), tonnes);
  assertAgreement('publicodes', await resultOf('publicodes'), tonnes);
  assertAgreement('@grnsft/if', await resultOf('impactFramework'), tonnes);
}

function inKilograms(pair) {
  return pair.map((exact) => exact.times(1_000).toNumber());
}

/** Observations a second of the command, its start-up (a run with a single observation) taken off. */
async function commandSpeed() {
  const observations = syntheticSituations(OBSERVATIONS_OF_A_COMMAND);
  const command = impactFramework.commandRunner({
    one: impactFramework.manifestOf(observations.slice(0, 1)),
    many: impactFramework.manifestOf(observations),
  });
  const tasks = { one: () => command.run('one'), many: () => command.run('many') };
  const { one, many } = await medianSeconds(tasks, { warmUps: 1, repetitions: 3 });
  command.remove();
  return (OBSERVATIONS_OF_A_COMMAND - 1) / (many - one);
}

const CONTENDER = fileURLToPath(new URL('./contender.mjs', import.meta.url));

/** A contender in a process of its own: a timer of its task, and an end. */
async function startContender(name) {
  const child = fork(CONTENDER, [name, String(SITUATIONS)]);
  await once(child, 'message');
  const timer = async () => {
    child.send('run');
    const [seconds] = await once(child, 'message');
    return seconds;
  };
  return { timer, stop: () => child.disconnect() };
}

/** The median seconds of each, in turns: none is measured with the heap and the compiled code of another. */
async function secondsOfContenders(names) {
  const started = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await startContender(name)])));
  const timers = Object.fromEntries(names.map((name) => [name, started[name].timer]));
  const seconds = await medianOfTurns(timers, { warmUps: 2, repetitions: 7 });
  for (const { stop } of Object.values(started)) stop();
  return seconds;
}

/** The same job by hiilitase, publicodes and the Impact Framework: two totals for each of many situations. */
export async function measurePeers() {
  await assertEqualWork();
  const seconds = await secondsOfContenders(Object.keys(CONTENDERS));
  const speed = (name) => SITUATIONS / seconds[name];
  const ratio = (name, ours, theirs, goal) => measurement(name, ours / theirs, { unit: 'times', decimals: 1, goal });
  const command = await commandSpeed();
  return [
    measurement('model, hiilitase, one inventory of all', speed('together'), { unit: 'evaluations/s' }),
    measurement('model, hiilitase, one inventory each', speed('oneByOne'), { unit: 'evaluations/s' }),
    measurement('model, hiilitase, parsing and one inventory of all', speed('withParsing'), { unit: 'evaluations/s' }),
    measurement('model, publicodes', speed('publicodes'), { unit: 'evaluations/s' }),
    measurement('model, @grnsft/if in process', speed('impactFramework'), { unit: 'observations/s' }),
    measurement('model, @grnsft/if as a command', command, { unit: 'observations/s' }),
    ratio('hiilitase over publicodes', speed('together'), speed('publicodes'), { atLeast: 20 }),
    ratio('hiilitase over publicodes, one inventory each', speed('oneByOne'), speed('publicodes')),
    ratio('hiilitase over @grnsft/if in process', speed('together'), speed('impactFramework'), { atLeast: 8 }),
    ratio('hiilitase with parsing over @grnsft/if as a command', speed('withParsing'), command),
  ];
}
