import { generateIndexes } from './generate/indexes.mjs';
import { generateStatuses, generateStatusTranslations } from './generate/statuses.mjs';

generateStatuses();
generateStatusTranslations();
generateIndexes();
