import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Clears the rubbish, so that what is left is in use. */
export const collectGarbage = runInNewContext('gc');

export function median(values) {
  const inOrder = [...values].sort((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  return inOrder.length % 2 === 1 ? inOrder[middle] : (inOrder[middle - 1] + inOrder[middle]) / 2;
}

/** Seconds of wall time. The rubbish of what ran before is cleared first; the task's own is part of its time. */
async function secondsOf(task) {
  collectGarbage();
  const start = performance.now();
  await task();
  return (performance.now() - start) / 1_000;
}

const LEAST_SECONDS = 1;

/** The mean seconds of a task that is repeated for at least a second: a quick one is not measured while it is still cold. */
export async function secondsOfMany(task) {
  collectGarbage();
  const start = performance.now();
  let [times, seconds] = [0, 0];
  while (seconds < LEAST_SECONDS) {
    await task();
    times += 1;
    seconds = (performance.now() - start) / 1_000;
  }
  return seconds / times;
}

/**
 * The median seconds of each task. The tasks take turns, so that a slow minute of the machine meets all of them, and every
 * task runs a few times unmeasured before.
 */
export function medianSeconds(tasks, rounds) {
  const timers = Object.entries(tasks).map(([name, task]) => [name, () => secondsOf(task)]);
  return medianOfTurns(Object.fromEntries(timers), rounds);
}

/** The same of timers, each of which does its task and says how many seconds one took. */
export async function medianOfTurns(timers, { warmUps, repetitions }) {
  const names = Object.keys(timers);
  const seconds = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmUps + repetitions; round += 1) {
    for (const name of names) {
      const taken = await timers[name]();
      if (round >= warmUps) seconds[name].push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seconds[name])]));
}
