export { missing as notThere, refuse } from './refuse';
