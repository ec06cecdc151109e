import { t } from '../localisation.ts';
import type { CallToolResult } from '../protocol.ts';
import { explainStatusCode } from './explainStatusCode.ts';
import { reviewResponses } from './reviewResponses.ts';
import { suggestStatusCode } from './suggestStatusCode.ts';
import { type Project, refusal, type Tool } from './tool.ts';

export const tools: readonly Tool[] = [explainStatusCode, suggestStatusCode, reviewResponses];

/** Asks a tool by its name. Whatever goes wrong is an answer as well. */
export async function callTool(name: string, input: unknown, project: Project): Promise<CallToolResult> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) {
    const names = tools.map((each) => each.name).join(t(', '));
    return refusal(t('There is no tool {0}. There are {1}.', name, names));
  }
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (!isObject && input !== undefined) return refusal(t('The input of a tool is an object.'));
  try {
    return await tool.answer({ ...input }, project);
  } catch (error) {
    project.onFailure(name, error);
    return refusal(t('This failed unexpectedly. The log of the server says more.'));
  }
}
