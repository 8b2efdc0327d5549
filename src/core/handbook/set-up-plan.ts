import type { Step } from './note-steps';
import type { Plan } from './plan';

/**
 * What a set-up does of a plan: it makes what is missing, until it has ended well once, and never upgrades. In a vault
 * that is set up, replaced notes and notes that are new in this version are the update's. One that was stopped under an
 * earlier version leaves notes of that; the record then stays below this version, which says that an update waits.
 */
export function setUpPlan(plan: Plan): Plan {
  const before = plan.record?.packVersion ?? 0;
  const steps = plan.steps.flatMap((step): Step[] => {
    if (step.kind === 'update') return [{ kind: 'keep', id: step.id, path: step.path, reason: 'outdated' }];
    const isOfNew = step.kind === 'create' || (step.kind === 'keep' && step.reason === 'in-the-way');
    return before > 0 && isOfNew ? [] : [step];
  });
  const isMixed = plan.steps.some(
    (step) => step.kind === 'update' || step.kind === 'merge' || (step.kind === 'keep' && step.reason === 'conflict'),
  );
  return { ...plan, steps, version: before > 0 ? before : Math.max(1, plan.version - (isMixed ? 1 : 0)) };
}
