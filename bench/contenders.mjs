/**
 * What every contender does with its situations: each makes ready what it needs beforehand, and gives the task that is
 * measured. A contender loads its own package when it is asked for, so that a process of one holds nothing of another.
 */
export const CONTENDERS = {
  together: async (situations) => {
    const { activitiesOf, evaluateTogether } = await import('./peer-hiilitase.mjs');
    const activities = activitiesOf(situations);
    return () => evaluateTogether(activities);
  },
  withParsing: async (situations) => {
    const { activitiesOf, evaluateTogether } = await import('./peer-hiilitase.mjs');
    return () => evaluateTogether(activitiesOf(situations));
  },
  oneByOne: async (situations) => {
    const { activitiesOf, evaluateOneByOne } = await import('./peer-hiilitase.mjs');
    const activities = activitiesOf(situations);
    const parts = situations.map((_, index) => activities.slice(2 * index, 2 * index + 2));
    return () => evaluateOneByOne(parts);
  },
  publicodes: async (situations) => {
    const { evaluate, situationsAsNumbers } = await import('./peer-publicodes.mjs');
    const numbers = situationsAsNumbers(situations);
    return () => evaluate(numbers);
  },
  impactFramework: async (situations) => {
    const { evaluate, manifestOf, prepare } = await import('./peer-impact-framework.mjs');
    const prepared = await prepare(manifestOf(situations));
    return () => evaluate(prepared);
  },
};
