import type { StatusFacts } from '../../server/src/status/facts.ts';

export function generateStatuses(): void;
export function readStatus(file: string, text: string): StatusFacts;
