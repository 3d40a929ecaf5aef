import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FENCE = /^```(\S+)(?: (\S+))?\n(.*?)^```$/gms;

/** What docs/command.md tells people to copy. */
export function documented(root) {
  const text = readFileSync(join(root, 'docs/command.md'), 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(
    ([, language, name, content]) => ({ language, name, content }),
  );
  const script = name =>
    blocks.find(block => block.language === 'sh' && block.name === name)
      .content;
  const yaml = blocks
    .filter(block => block.language === 'yaml')
    .map(({ content }) => parse(content));
  const workflow = yaml.find(({ jobs }) => jobs);
  const gitlab = yaml.find(document => document['dapr-shared']);
  const preCommit = yaml.find(({ repos }) => repos);
  const [hook] = preCommit.repos[0].hooks;
  const [check, writeSarif] = workflow.jobs.check.steps.flatMap(
    step => step.run ?? [],
  );
  return {
    ci: script('ci'),
    preCommit: script('pre-commit'),
    check,
    writeSarif,
    gitlab: gitlab['dapr-shared'].script.join('\n'),
    preCommitEntry: hook.entry,
  };
}
