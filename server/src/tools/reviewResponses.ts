import { findingsOf, fixesOf, type OnFailure } from '../findings.ts';
import { languages } from '../generated/languages.ts';
import type { Language } from '../languages/language.ts';
import { t } from '../localisation.ts';
import type { CallToolResult } from '../protocol.ts';
import { documentOf } from '../rules/documents.ts';
import type { ReportedFinding } from '../rules/report.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { isLegible } from '../syntax/legible.ts';
import { fixDiff } from './fixDiff.ts';
import { locate } from './locate.ts';
import { type Project, refusal, type Tool } from './tool.ts';

const languageIds = languages.flatMap((language) => language.languageIds);

export const reviewResponses: Tool = {
  name: 'review_responses',
  title: 'Review responses',
  summary: 'Where responses of a file contradict HTTP, and how to mend them.',
  description:
    'Reviews the HTTP responses in a file of the project, or in a text: status codes that do not fit the reason they are sent for, headers and bodies that are missing or forbidden. Answers findings with their evidence and fixes, and changes nothing. Use it after you wrote or changed a request handler.',
  inputSchema: {
    type: 'object',
    properties: {
      path: { type: 'string', description: 'A file of the project, absolute or relative to its folder.' },
      text: {
        type: 'string',
        description: 'Code to review instead of what is stored. With a path, it is read as if it stood there.',
      },
      language: { enum: languageIds, description: 'The language of a text without a path.' },
    },
    additionalProperties: false,
  },
  answer: async ({ path, text, language }, project) => {
    if (path !== undefined && typeof path !== 'string') return refusal(t('Give the path as a text.'));
    if (text !== undefined && typeof text !== 'string') return refusal(t('Give the code to review as a text.'));
    if (path !== undefined) return reviewFile(path, text, project);
    if (text === undefined)
      return refusal(t('Give the path of a file: {0}. Or a text and its language.', '{ "path": "src/users.ts" }'));
    const known = project.analyser.languageOf(String(language));
    if (!known) return refusal(t('Say in which language the text is: {0}.', languageIds.join(t(', '))));
    const name = `untitled${known.extensions[0]}`;
    return review({ uri: `${project.folders[0] ?? 'untitled:'}/${name}`, name, text, language: known }, project);
  },
};

interface Reviewed {
  readonly uri: string;
  readonly name: string;
  readonly text: string;
  readonly language: Language;
}

async function reviewFile(path: string, given: string | undefined, project: Project): Promise<CallToolResult> {
  if (project.folders.length === 0)
    return refusal(t('There is no folder whose files could be read. Give the text itself.'));
  const located = await locate(path, project);
  if (typeof located === 'string') return refusal(located);
  const { uri, name, exists } = located;
  const language = project.analyser.languageOfPath(uri);
  if (!language) {
    const extensions = languages.flatMap((each) => each.extensions);
    return refusal(
      t('{0}: It is written in a language that is not read. Those that are read: {1}.', name, extensions.join(t(', '))),
    );
  }
  const text = given ?? (exists ? await project.readText(uri) : undefined);
  if (text === undefined) return refusal(t('{0}: There is no such file.', name));
  return review({ uri, name, text, language }, project);
}

async function review({ uri, name, text, language }: Reviewed, project: Project): Promise<CallToolResult> {
  const { analyser, onFailure } = project;
  if (!isLegible(text)) return refusal(t('{0}: It is too large, or minified, and is not read.', name));
  await project.refresh();
  const [{ configuration, isIgnored }] = await Promise.all([project.configurationOf(uri), analyser.prepare(language)]);
  if (isIgnored) return { text: t('{0}: The configuration of the project wants nothing reported there.', name) };
  const document = analyser.open(language, uri, text);
  try {
    const { analysis } = analyser.analyse(language, document);
    const findings = analysis ? findingsOf(analysis, configuration, onFailure) : [];
    if (findings.length === 0) return { text: t('{0}: Nothing is found.', name) };
    const count = findings.length === 1 ? t('1 finding') : t('{0} findings', findings.length);
    return {
      text: [t('{0}: {1}', name, count), ...findings.map((finding) => described(finding, document, onFailure))].join(
        '\n\n',
      ),
    };
  } finally {
    document.dispose();
  }
}

function described(finding: ReportedFinding, document: SourceDocument, onFailure: OnFailure): string {
  const { node, severity, rule, message, evidence = [] } = finding;
  const lineOf = (offset: number): number => document.positionAt(offset).line + 1;
  return [
    `## ${t('Line {0}: {1}', lineOf(node.start), message)}`,
    t('{0}, rule {1}, {2}', t(severity), rule.id, documentOf(rule)),
    ...evidence.map((shown) => t('Line {0}: {1}', lineOf(shown.node.start), shown.message)),
    ...fixesOf(finding, onFailure).map(({ title, safety, edits }) => {
      const heading =
        safety === 'safe'
          ? t('Fix: {0}', title)
          : t('Fix: {0} (a suggestion: it changes what the handler does)', title);
      return [heading, '```diff', fixDiff(document.text, edits), '```'].join('\n');
    }),
  ].join('\n');
}
