import type { StatusFacts } from '../../server/src/status/facts.ts';
import type { StatusTexts } from '../../server/src/status/translation.ts';

export function generateStatuses(): void;
export function generateStatusTranslations(): void;
export function readStatus(file: string, text: string): StatusFacts;
export function readTranslation(file: string, text: string, original: StatusFacts): StatusTexts;
