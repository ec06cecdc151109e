import { fileURLToPath, pathToFileURL } from 'node:url';
import { realAddress } from '../node/files.ts';
import type { Project } from '../tools/tool.ts';
import type { Failures } from './failures.ts';
import { ProjectConfigurations } from './projectConfiguration.ts';
import { readText } from './readText.ts';
import { Scan } from './scan.ts';

/** A folder, the working one, as tools see it. Its files are read when somebody asks about one of them. */
export function projectIn(root: string, failures: Failures): Project {
  const scan = new Scan();
  const configurations = new ProjectConfigurations(scan.configurationFiles, {});
  let refreshing: Promise<void> | undefined;
  return {
    analyser: scan.analyser,
    folders: [pathToFileURL(root).href],
    readText: async (uri) => readText(fileURLToPath(uri))?.text,
    realAddress,
    configurationOf: async (uri) => {
      const path = fileURLToPath(uri);
      await scan.readProject(path);
      return configurations.of(path);
    },
    refresh: () => {
      refreshing ??= readAll(scan, failures).finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    onFailure: failures.add,
  };
}

/** Files that did not change since the last time cost no more than a look. */
async function readAll(scan: Scan, failures: Failures): Promise<void> {
  scan.configurationFiles.forget();
  for (const path of await scan.find(['.'], failures)) {
    try {
      await scan.read(path);
    } catch (error) {
      failures.add(path, error);
    }
  }
}
