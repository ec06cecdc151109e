/** Names of folders that hold other people's code, or what is made of one's own; beside those that are hidden. */
export const foldersOfOthers: readonly string[] = [
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  'venv',
  'env',
  'site-packages',
  '__pycache__',
];

const names = new Set(foldersOfOthers);

export function isFolderOfOthers(name: string): boolean {
  return name.startsWith('.') || names.has(name);
}

/** Whether a file lies in such a folder of the workspace, whatever the folders are called that the workspace lies in. */
export function isOfOthers(uri: string, workspace: readonly string[]): boolean {
  const root = workspace.find((folder) => uri.startsWith(folder)) ?? '';
  return uri.slice(root.length).split('/').slice(0, -1).some(isFolderOfOthers);
}
