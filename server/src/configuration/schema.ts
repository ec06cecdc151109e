import { t } from '../localisation.ts';
import { documentOf, projectAddress } from '../rules/documents.ts';
import type { Rule } from '../rules/rule.ts';
import { presets } from './presets.ts';
import { severities } from './severities.ts';

const presetDescriptions = {
  recommended: 'What breaks HTTP as a warning, what weakens it as information, advice as hints.',
  strict: 'Every rule of HTTP as a warning, those that many services ignore among them.',
  quiet: 'Only what breaks HTTP.',
};

export interface RuleProperty {
  readonly type: 'string';
  readonly enum: readonly string[];
  readonly markdownDescription: string;
}

/** How rules are configured, by id: for the schema of the file and for the editor's settings. */
export function ruleProperties(rules: readonly Rule[]): Readonly<Record<string, RuleProperty>> {
  return Object.fromEntries(
    rules.map((rule): [string, RuleProperty] => [
      rule.id,
      {
        type: 'string',
        enum: severities,
        markdownDescription: t(
          '{0} Recommended: {1}. [More]({2})',
          t(rule.description),
          t(rule.severity),
          documentOf(rule),
        ),
      },
    ]),
  );
}

/** The JSON schema of a configuration file, by which editors complete and check it. */
export function configurationSchema(rules: readonly Rule[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${projectAddress}/raw/main/http-status.schema.json`,
    title: 'HTTP Status Assistant',
    description: 'What a project decides about findings. It counts more than the settings of an editor.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      preset: {
        description: 'How much is reported.',
        enum: presets,
        enumDescriptions: presets.map((preset) => presetDescriptions[preset]),
        default: 'recommended',
      },
      rules: {
        description: 'How single rules are reported, whatever the preset says.',
        type: 'object',
        additionalProperties: false,
        properties: ruleProperties(rules),
      },
      ignore: {
        description: 'Where nothing is reported: patterns as in .gitignore, relative to the folder of this file.',
        type: 'array',
        items: { type: 'string' },
        default: [],
      },
      status: {
        description:
          'How helpers of this project are called that answer or fail with a status: "reply(ctx, STATUS, BODY)", "new ApiError(MESSAGE, STATUS)". Words in capitals take anything; STATUS, BODY, MESSAGE, HEADERS, NAME, VALUE and URL say what they take.',
        type: 'array',
        items: {
          type: 'string',
          pattern: '\\bSTATUS\\b',
          patternErrorMessage: 'A pattern is a call with STATUS in the place of the code: "reply(ctx, STATUS, BODY)".',
        },
        default: [],
      },
    },
  };
}
