import type { Fix, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import manifest from '../../../../package.json' with { type: 'json' };
import { documentOf, projectAddress } from '../../rules/documents.ts';
import type { ReportedSeverity } from '../../rules/report.ts';
import type { FoundFix, LintFinding, LintResult, LintRule, Place } from './lintResult.ts';

const levels: Readonly<Record<ReportedSeverity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** For code scanning services: a log of the Static Analysis Results Interchange Format, 2.1.0. */
export function sarif({ files }: LintResult): string {
  const found = new Map(files.flatMap(({ findings }) => findings.map(({ rule }) => [rule.id, rule])));
  const rules = [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = rules.map(({ id }) => id);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: manifest.displayName,
            version: manifest.version,
            informationUri: projectAddress,
            rules: rules.map(ruleDescriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) =>
          findings.map((finding) => resultOf(file, finding, ids.indexOf(finding.rule.id))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleDescriptor(rule: LintRule): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.description },
    helpUri: documentOf(rule),
    ...(rule.severity === 'off'
      ? { defaultConfiguration: { enabled: false } }
      : { defaultConfiguration: { level: levels[rule.severity] } }),
  };
}

function resultOf(file: string, finding: LintFinding, ruleIndex: number): Result {
  const { rule, severity, message, evidence, fixes } = finding;
  return {
    ruleId: rule.id,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: locationOf(file, finding) }],
    ...(evidence.length === 0
      ? {}
      : {
          relatedLocations: evidence.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: locationOf(file, place),
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(file, fix)) }),
  };
}

function fixOf(file: string, { title, edits }: FoundFix): Fix {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactOf(file),
        replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
      },
    ],
  };
}

function locationOf(file: string, place: Place): PhysicalLocation {
  return { artifactLocation: artifactOf(file), region: regionOf(place) };
}

function artifactOf(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('../') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
