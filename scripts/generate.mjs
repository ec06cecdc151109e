import { generateIndexes } from './generate/indexes.mjs';
import { generateStatuses } from './generate/statuses.mjs';

generateStatuses();
generateIndexes();
