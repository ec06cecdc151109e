import { setFlagsFromString } from 'node:v8';

/**
 * What an analysis makes lives until the next one. A large space for what lives shortly would take memory and give no
 * speed: with this, 200 open files take 140 MB instead of 200.
 */
setFlagsFromString('--semi-space-growth-factor=1');
