/** The hazard log as a page that a Clinical Safety Officer reads, changes and signs. */
import { likelihoods, ratingOf, severities, type Hazard, type HazardLog } from './hazards';

const meaning = {
  severity: {
    Minor: 'a moment of distress or a small delay, soon over',
    Significant: 'distress or a lost opportunity that takes weeks to mend',
    Considerable: 'harm to health, safety or standing from which the person recovers, or distress of several people',
    Major: 'one death, or lasting harm to one person',
    Catastrophic: 'the death of, or lasting harm to, several people',
  },
  likelihood: {
    'Very low': 'hardly ever in the life of the product',
    Low: 'perhaps once in the life of the product',
    Medium: 'now and then',
    High: 'often',
    'Very high': 'nearly each time that the cause is there',
  },
} as const;

/** Returns the whole page as Markdown. Only the data decides what stands there. */
export function hazardLogText(log: HazardLog): string {
  return `${[head(log), scales(), overview(log), ...log.hazards.map(chapter)].join('\n\n')}\n`;
}

function head({ about, version, adoptedBy }: HazardLog): string {
  const adopted = adoptedBy === null ? '*not adopted*' : `${adoptedBy.name} | ${adoptedBy.role}, ${adoptedBy.registration} | ${adoptedBy.date}`;
  return `# Hazard log

*${about}*

DCB0129 asks the maker for a hazard log and a clinical safety case, DCB0160 asks the organisation that uses the product for its own.
Both need a Clinical Safety Officer: a registered clinician who is trained for it. The severities and likelihoods below are the maker's
proposals. The officer sets them, adds what is missing, decides what is acceptable, and signs.

This page is written by \`npm run hazards\` from [hazards.json](hazards.json). Change that file, never this one. Each control names the
tests that show it. \`npm test\` fails when one of these tests is gone or left out, and when this page is not what the data says.

| Version | Adopted by | Role and registration | Date |
|---|---|---|---|
| ${version} | ${adopted}${adoptedBy === null ? ' | | |' : ' |'}`;
}

function scales(): string {
  const rows = [...likelihoods].reverse().map((likelihood) => `| **${likelihood}** | ${severities.map((severity) => ratingOf({ severity, likelihood })).join(' | ')} |`);
  return `## How hazards are rated

This rates hazards of the software. Nothing here, and nothing in the product, rates a person. The grid is that of the guidance to DCB0129
as the maker knows it; check it against the current text.

| | ${severities.join(' | ')} |
|---|${severities.map(() => '---').join('|')}|
${rows.join('\n')}

5 and 4 are not acceptable. 3 must be made smaller as far as it can be, and somebody must answer for what is left. 2 is acceptable when
making it smaller would cost more than it gives. 1 is acceptable.

${severities.map((severity) => `- **${severity}**: ${meaning.severity[severity]}.`).join('\n')}

${likelihoods.map((likelihood) => `- **${likelihood}**: ${meaning.likelihood[likelihood]}.`).join('\n')}`;
}

function overview({ hazards }: HazardLog): string {
  return `## All hazards

| | Hazard | Before | Now | Controls | Tests |
|---|---|---|---|---|---|
${hazards.map(({ id, name, before, after, controls }) => `| [${id}](#${id.toLowerCase()}) | ${name} | ${ratingOf(before)} | ${ratingOf(after)} | ${controls.length} | ${controls.flatMap(({ tests }) => tests).length} |`).join('\n')}`;
}

function chapter({ id, name, effect, causes, before, controls, organisation, after, left }: Hazard): string {
  const rated = ({ severity, likelihood }: Hazard['before']) => `${severity}, ${likelihood.toLowerCase()} (${ratingOf({ severity, likelihood })})`;
  const kinds = { design: 'how it is built', information: 'what it says', process: 'how it is made' };
  return `<a id="${id.toLowerCase()}"></a>

## ${id}. ${name}

**What it could do.** ${effect}

**Causes.** ${causes.join(' ')}

| | Severity and likelihood |
|---|---|
| Without the controls | ${rated(before)} |
| With them | ${rated(after)} |

${controls.map(({ id: control, what, kind, tests }) => `- **${control}** ${what} *(${kinds[kind]})*\n${tests.map(({ file, test }) => `  - \`${file}\`: ${test.replaceAll(/([*_`<>|])/g, '\\$1')}`).join('\n')}`).join('\n')}

${organisation.length === 0 ? '' : `**For the organisation that uses it (DCB0160).** ${organisation.join(' ')}\n\n`}**What is left.** ${left}`;
}
