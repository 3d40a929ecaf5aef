/** What the hundreds of a code stand for. */
const families = [
  ['1', 'Identity', 'Whose daprd it is, and whether it and its app find each other.'], // prettier-ignore
  ['2', 'Control plane', "Whether daprd and Dapr's control plane find and accept each other."], // prettier-ignore
  ['3', 'Capacity', 'Whether there is enough of daprd, where it is needed, and whether it lasts.'], // prettier-ignore
  ['4', 'Security', 'What others could do by way of the instance, and what the platform forbids.'], // prettier-ignore
  ['5', 'Version', 'Which daprd, chart and tools it is, and whether they fit together.'], // prettier-ignore
  ['6', 'Runtime failure', 'Why a daprd does not run, or not as it should.'],
];

/** The page docs/reference/findings.md. */
export function findingsPage({ findingCodes }) {
  return `<!-- Written by scripts/generate-reference.mjs; don't edit. -->

# Findings

What is wrong or worth knowing, in a plan before it is merged and on an instance
that runs: ${findingCodes.length} codes, which keep their number and meaning.
Each is shown with its cause and its cure in the names of the case; here is what
it stands for, what would be seen in practice, and what helps in general.

Severities are \`critical\` (a plan with such a finding writes no files; an
instance does not run), \`high\`, \`medium\`, \`low\` and \`info\`. The one named
here is the usual one; a finding that is less certain is a step lower.

The platform weighs them in \`app-config.yaml\`. Of several entries that match,
the last one counts; \`*\` stands for any text, and a list that is left out
matches everything:

\`\`\`yaml
daprShared:
  findings:
    - match: { codes: ['DS3*'], clusters: ['lab-*'] }
      severity: mute
      reason: Nothing runs there for long.
    - match:
        codes: [DS402]
        namespaces: [payments]
        owners: ['group:default/payments']
      severity: critical
\`\`\`

What the platform's own policy finds (DS453, DS454) cannot be changed this way.

${families.map(family => section(family, findingCodes)).join('\n\n')}
`;
}

function section([digit, name, about], codes) {
  const own = codes.filter(({ code }) => code.startsWith(`DS${digit}`));
  return `## DS${digit}xx: ${name}

${about}

| code | severity | what it is |
|---|---|---|
${own.map(({ code, severity, title }) => `| [${code}](#${code.toLowerCase()}) | ${severity} | ${cell(title)} |`).join('\n')}

${own.map(entry).join('\n\n')}`; // prettier-ignore
}

function entry({ code, severity, title, seen, fix, links = [] }) {
  return `### ${code}

**${text(title)}** (${severity})

- Seen: ${text(seen)}
- Helps: ${text(fix)}${links.length > 0 ? `\n- More: ${links.map(link => `<${link}>`).join(', ')}` : ''}`; // prettier-ignore
}

/** So that Markdown takes nothing for a tag or for emphasis; in backticks it does not. */
function text(words) {
  return words
    .split('`')
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[<>*_]/g, '\\$&') : part,
    ) // prettier-ignore
    .join('`');
}

function cell(words) {
  return text(words).replaceAll('|', '\\|');
}
