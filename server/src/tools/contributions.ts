import { t } from '../localisation.ts';
import type { Tool } from './tool.ts';

/** How an editor's manifest announces tools: `contributes.languageModelTools`. */
export function toolContributions(tools: readonly Tool[]) {
  return tools.map(({ name, title, summary, description, inputSchema }) => ({
    name,
    toolReferenceName: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    displayName: t(title),
    userDescription: t(summary),
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(globe)',
    tags: ['http', 'status-code'],
    inputSchema,
  }));
}
