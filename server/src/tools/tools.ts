import { explainStatusCode } from './explainStatusCode.ts';
import { reviewResponses } from './reviewResponses.ts';
import { suggestStatusCode } from './suggestStatusCode.ts';
import { type Answer, type Project, refusal, type Tool } from './tool.ts';

export const tools: readonly Tool[] = [explainStatusCode, suggestStatusCode, reviewResponses];

/** Asks a tool by its name. Whatever goes wrong is an answer as well. */
export async function callTool(name: string, input: unknown, project: Project): Promise<Answer> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) return refusal(`There is no tool ${name}. There are ${tools.map((each) => each.name).join(', ')}.`);
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (!isObject && input !== undefined) return refusal('The input of a tool is an object.');
  try {
    return await tool.answer({ ...input }, project);
  } catch (error) {
    project.onFailure(name, error);
    return refusal('This failed unexpectedly. The log of the server says more.');
  }
}
