import type { Tool } from './tool.ts';

/** How an editor's manifest announces tools: `contributes.languageModelTools`. */
export function toolContributions(tools: readonly Tool[]): readonly object[] {
  return tools.map(({ name, title, summary, description, inputSchema }) => ({
    name,
    toolReferenceName: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    displayName: title,
    userDescription: summary,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(globe)',
    tags: ['http', 'status-code'],
    inputSchema,
  }));
}
