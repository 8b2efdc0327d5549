export const experiments = {
  newExperiment: 'New experiment',
  title: 'Runs',
  /** A new experiment, below its properties. */
  note: (name: string, hypothesis: string) =>
    `# ${name}\n\n\`\`\`experiment-runs\n\`\`\`\n\n## Hypothesis\n\n${hypothesis}\n\n## Data looked at\n\n%% Which version, how it was split, how many; what you saw in the samples %%\n\n## Parity\n\n%% When you rebuild someone's result: one row per setting %%\n\n| Setting | Theirs | Mine |\n| --- | --- | --- |\n|  |  |  |\n\n## Results\n\n%% One row per metric, named as in the log; mean and spread over several seeds %%\n\n| Metric | Baseline | Mine | Difference |\n| --- | --- | --- | --- |\n|  |  |  |  |\n\nVerdict:\n\n## Why\n\n## What would tell explanations apart\n\n%% The next run, and what each explanation expects of it %%\n\n## Log\n`,
  hint: 'Before the run: what changes, what it should do, what would refute it',
  form: { hypothesis: 'Hypothesis', name: 'Name', idea: 'Idea it tests', submit: 'Create experiment' },
  run: 'Run',
  /** How the best is told, by a metric's name. */
  less: 'lower is better',
  more: 'higher is better',
  none: 'No run yet',
  noneHint:
    'Write the hypothesis first. Then let your script log each run, `obsidian research-handbook:experiment title="MAE ablation" metric="top1 64.2"`, or write a line into the log: `- 2026-08-04 [metric:: top1 64.2]`',
  notExperiment: (path: string) =>
    `${path} is not an experiment. Write \`type: experiment\` into its properties, or run “New experiment”.`,
  bad: {
    metric: 'Write a name and a number, such as top1 64.2; loss 0.31',
    commit: 'Write 7 to 40 digits of a commit, as git rev-parse HEAD prints',
  },
  cli: {
    experiment: 'Log a run of an experiment; makes the experiment where there is none',
    title: 'Experiment: name, title or path',
    repo: 'Repository of the code',
    commit: 'Commit that it ran with',
    config: 'Its configuration',
    url: 'Address of the run',
    metric: 'Metrics, such as top1 64.2; loss 0.31',
    note: 'What was run, in a line',
    status: 'Status of the experiment',
  },
};
