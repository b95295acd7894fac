import { orThrow, parseSiteRegister, stayCounter } from '../dist/index.js';
import { measurement } from './measurement.mjs';
import { STAYS_PERIOD, syntheticSites, syntheticStays } from './synthetic-stays.mjs';
import { collectGarbage, medianSeconds } from './timing.mjs';

const MANY = 1_000_000;
const FEW = 100_000;

function newCounter() {
  const sites = orThrow(parseSiteRegister(syntheticSites()));
  return orThrow(stayCounter({ period: STAYS_PERIOD, sites, municipalFlats: 'included' }));
}

function countAll(stays) {
  const counter = newCounter();
  for (const stay of stays) counter.count(stay);
  return counter;
}

/** The least that any reader of these records does: look at every field of every one. */
function readAll(stays) {
  let signs = 0;
  for (const { site, form, arrival, departure = '', id } of stays) {
    signs += site.length + form.length + arrival.charCodeAt(9) + departure.length + id.length;
  }
  return signs;
}

/** Heap in use while a counter of so many stays, which nobody keeps, is alive. */
function heapAfter(count) {
  const counter = newCounter();
  for (const stay of syntheticStays(count)) counter.count(stay);
  collectGarbage();
  const used = process.memoryUsage().heapUsed;
  counter.count({});
  return used;
}

/** Counting a million stays of 200 sites over seven years, against a loop that only reads them; and what it keeps of them. */
export async function measureStaysSpeed() {
  heapAfter(FEW); // what is made once, by whoever comes first
  const [few, many] = [heapAfter(FEW), heapAfter(MANY)];
  const stays = [...syntheticStays(MANY)];
  const tasks = {
    read: () => readAll(stays),
    count: () => countAll(stays),
    fold: () => orThrow(countAll(stays).folded()),
  };
  const { read, count, fold } = await medianSeconds(tasks, { warmUps: 2, repetitions: 5 });
  return [
    measurement('counting stays', MANY / count, { unit: 'stays/s', goal: { atLeast: 1_000_000 } }),
    measurement('counting stays, over a loop that only reads them', count / read, { unit: 'times', decimals: 1 }),
    measurement('folding stays, their register included', MANY / fold, {
      unit: 'stays/s',
      aim: { atLeast: 1_000_000 },
    }),
    measurement('heap kept of 1,000,000 stays over that of 100,000', (many - few) / 1_000, {
      unit: 'kB',
      goal: { atMost: 1_000 },
    }),
  ];
}
