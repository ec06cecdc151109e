import type { LanguageFamily } from '../languages/language.ts';
import { wholeModule } from '../responses/code/exports.ts';
import { isRouterStep, methodName, on, resultStep } from '../responses/code/typedNames.ts';
import { waysOfText } from '../responses/errors/entryCatch.ts';
import type { ErrorWriter, ErrorWriterElsewhere, GivenOfError } from '../responses/errors/errorWriters.ts';
import {
  isTelling,
  type Knowledge,
  type Known,
  type MiddlewareElsewhere,
  ownPackage,
  type WayElsewhere,
} from '../responses/knowledge.ts';
import type { Key } from '../responses/origins/lookupKeys.ts';
import type { ClassSummary, FunctionSummary, ImportedName } from '../responses/summaries/summary.ts';
import { throughBase, throughDelegation } from '../responses/summaries/throughCalls.ts';
import type { Exported, MiddlewareSummary, MountSummary } from './fileSummary.ts';
import { alone, within } from './joinedWays.ts';
import { folderOf } from './modules.ts';
import { nearestWriters } from './nearestWriters.ts';
import { methodsIn, packageOf } from './packages.ts';
import type { IndexedFile, WorkspaceIndex } from './workspaceIndex.ts';

const maximumDepth = 8;

/** Where a name is defined in the end. */
export interface DefinedName {
  readonly file: IndexedFile;
  /** The names that lead to it from the file's exports. */
  readonly path: readonly string[];
  readonly thing: Exported;
}

/** What the other files of a workspace say to one. */
export class FileKnowledge implements Knowledge {
  readonly #index: WorkspaceIndex;
  readonly #path: string;
  readonly #family: LanguageFamily;

  constructor(index: WorkspaceIndex, path: string, family: LanguageFamily) {
    this.#index = index;
    this.#path = path;
    this.#family = family;
  }

  get isReachedFromElsewhere(): boolean {
    return this.#index.routes.has(this.#path) || this.#index.mounts.has(this.#path) || this.#index.hasGuards;
  }

  get isHandedKeys(): boolean {
    return this.#index.handed.has(this.#path);
  }

  keysHandedTo(owner: string, method: string, index: number): readonly Key[] {
    return this.#index.keysHandedTo(this.#path, owner, method, index);
  }

  tellsOf(source: string): boolean {
    return this.#index.once(`tells ${this.#path} ${source}`, () => {
      const module = this.definitionOf({ source, path: [] });
      if (!module) return false;
      if (module.file.summary.stars.length > 0) return true;
      return module.thing.kind === 'object'
        ? this.tellingNames(source).length > 0
        : isTelling(this.#known({ source, path: [] }, 0));
    });
  }

  tellingNames(source: string): readonly string[] {
    const module = this.definitionOf({ source, path: [] });
    if (module?.thing.kind !== 'object') return [];
    const { members } = module.thing;
    // the same for all that ask: what a package of many files says is worked out once, not once a file
    const telling = this.#index.once(`telling names ${[module.file.path, ...module.path].join(' ')}`, () =>
      Object.keys(members).filter((name) => isTelling(this.#known({ source, path: [name] }, 0))),
    );
    // its own names a file knows better itself
    const own = source === ownPackage ? this.#index.file(this.#path)?.summary.exports : undefined;
    const others = own ? telling.filter((name) => !Object.hasOwn(own, name)) : telling;
    // nobody writes the name of a method with its type
    return others.map((name) => name.slice(name.lastIndexOf('.') + 1));
  }

  embeddedIn(source: string): readonly ImportedName[] {
    return this.#index.once(`embedded ${this.#path} ${source}`, () => {
      const module = this.definitionOf({ source, path: [] });
      const members = module?.thing.kind === 'object' ? Object.values(module.thing.members) : [];
      return members.flatMap((member) =>
        member.kind === 'type'
          ? Object.entries(member.fields).flatMap(([name, type]) => (type.path.at(-1) === name ? [type] : []))
          : [],
      );
    });
  }

  imported(source: string, path: readonly string[]): Known | undefined {
    return this.#index.once(`imported ${this.#path} ${source} ${path.join('.')}`, () =>
      this.#known({ source, path }, 0),
    );
  }

  routesTo(exported: readonly string[]): readonly WayElsewhere[] {
    const own = exported.join('.');
    return (this.#index.routes.get(this.#path) ?? []).flatMap(([file, route]): readonly WayElsewhere[] => {
      const from = this.#of(file);
      if (from.definitionOf(route.to)?.path.join('.') !== own) return [];
      const middleware = from.#middleware(route.middleware, 0);
      const inner: WayElsewhere = {
        framework: route.framework,
        methods: route.methods,
        path: route.path,
        middleware,
        ...(route.isCollection ? { isCollection: true } : {}),
      };
      const outer = from.#waysToRouter(route.router, 0);
      return outer.length === 0 ? [alone(inner, route)] : outer.map((each) => within(each, inner, route));
    });
  }

  mountsOf(exported: readonly string[], depth = 0): readonly WayElsewhere[] {
    const own = exported.join('.');
    return (this.#index.mounts.get(this.#path) ?? []).flatMap(([file, mount]): readonly WayElsewhere[] => {
      const from = this.#of(file);
      if (!('source' in mount.to) || from.definitionOf(mount.to)?.path.join('.') !== own) return [];
      return from.#waysThrough(mount, depth);
    });
  }

  get errorWriters(): readonly ErrorWriter[] {
    const all = this.#index.once(`error writers ${this.#family}`, () =>
      [...this.#index.files]
        .filter(({ family }) => family === this.#family)
        .flatMap((file) =>
          file.summary.errorWriters.map((writer) => [file.path, this.#of(file).#writer(writer)] as const),
        ),
    );
    // its own a file knows better itself
    return nearestWriters(
      all.flatMap(([path, writer]) => (writer && path !== this.#path ? [[path, writer] as const] : [])),
      this.#path,
    );
  }

  #writer(writer: ErrorWriter | ErrorWriterElsewhere): ErrorWriter | undefined {
    if ('ways' in writer) return writer;
    const { framework, classes, given } = writer;
    if (given) return this.#writerOfText(writer, given);
    const thing = this.definitionOf(writer.to)?.thing;
    const ways = thing?.kind === 'function' ? thing.summary.writes : undefined;
    return ways && { framework, classes, ways };
  }

  /** One that is given what an error says, and answers with it. */
  #writerOfText(
    { framework, classes, to }: ErrorWriterElsewhere,
    given: readonly GivenOfError[],
  ): ErrorWriter | undefined {
    const known = this.#known(to, 0);
    const answers = known?.kind === 'function' ? known.summary.answers : [];
    const ways = waysOfText(framework, answers, given);
    return ways.length > 0 ? { framework, classes, ways } : undefined;
  }

  guardsOf(framework: string): readonly MiddlewareElsewhere[] {
    return this.#index.once(`guards ${framework}`, () =>
      [...this.#index.files].flatMap((file) =>
        file.summary.guards
          .filter((guard) => guard.framework === framework)
          .map(({ text, isRequired }) => ({ text, isRequired, file: file.path })),
      ),
    );
  }

  /** Follows a name through the files that pass it on. */
  definitionOf({ source, path }: ImportedName, depth = 0): DefinedName | undefined {
    if (depth > maximumDepth) return undefined;
    const files = this.#index.resolve(source, this.#path, this.#family);
    const found = this.#exportedBy(files, path, depth + 1) ?? this.#methodIn(files, path);
    if (found || this.#family !== 'python') return found;
    // `from app import errors` gives a module of the package
    const [first, ...rest] = path;
    if (first === undefined) return undefined;
    const inner = source.endsWith('.') ? `${source}${first}` : `${source}.${first}`;
    return this.definitionOf({ source: inner, path: rest }, depth + 1);
  }

  /**
   * The method at the end of a path whose type no file that was read tells of: that of the type itself, or after a call the
   * only one of its name.
   */
  #methodIn(files: readonly IndexedFile[], path: readonly string[]): DefinedName | undefined {
    const [first = '', second, third] = path;
    const [own] = files;
    const isMade = second === resultStep;
    const method = isMade ? third : second;
    if (own?.family !== 'go' || method === undefined || path.length !== (isMade ? 3 : 2)) return undefined;
    const [found, ...others] =
      this.#index
        .once(`methods ${folderOf(own.path)}`, () => methodsIn(files))
        .get(isMade ? method : methodName(first, method)) ?? [];
    return others.length === 0 ? found : undefined;
  }

  #exportedBy(files: readonly IndexedFile[], path: readonly string[], depth: number): DefinedName | undefined {
    const [file, ...others] = files;
    if (!file || others.length === 0) return file && this.#of(file).#exported(path, depth);
    const { members, exporters } = this.#index.once(`package ${folderOf(file.path)}`, () => packageOf(files));
    const [name] = path;
    if (name === undefined) return { file, path, thing: { kind: 'object', members } };
    for (const each of exporters.get(name) ?? []) {
      const found = this.#of(each).#exported(path, depth);
      if (found) return found;
    }
    return undefined;
  }

  /** What a file gives by a name, as others ask for it. */
  #exported(path: readonly string[], depth: number): DefinedName | undefined {
    const file = this.#index.file(this.#path);
    if (!file || depth > maximumDepth) return undefined;
    const { exports } = file.summary;
    const [first, ...rest] = path;
    // `require('./users')`, `import users from './users'` of a module that is one thing
    const whole = Object.hasOwn(exports, wholeModule) ? exports[wholeModule] : undefined;
    if (whole && (first === undefined || first === 'default' || !Object.hasOwn(exports, first))) {
      const members = first === undefined || first === 'default' ? rest : path;
      return this.#member(file, whole, [wholeModule], members, depth);
    }
    if (first === undefined) return { file, path: [], thing: { kind: 'object', members: exports } };
    const own = Object.hasOwn(exports, first) ? exports[first] : undefined;
    if (own) return this.#member(file, own, [first], rest, depth);
    // an import of everything by one name, or a default that CommonJS does not have
    if (first === 'default' && rest.length > 0) return this.#exported(rest, depth + 1);
    for (const source of file.summary.stars) {
      const found = this.definitionOf({ source, path }, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  #member(
    file: IndexedFile,
    thing: Exported,
    path: readonly string[],
    members: readonly string[],
    depth: number,
  ): DefinedName | undefined {
    if (thing.kind === 'import')
      return this.definitionOf({ source: thing.to.source, path: [...thing.to.path, ...members] }, depth + 1);
    const [first, ...rest] = members;
    if (first === undefined) return { file, path, thing };
    switch (thing.kind) {
      case 'object': {
        const member = Object.hasOwn(thing.members, first) ? thing.members[first] : undefined;
        return member && this.#member(file, member, [...path, first], rest, depth);
      }
      case 'class': {
        const method = Object.hasOwn(thing.summary.methods, first) ? thing.summary.methods[first] : undefined;
        return method && { file, path: [...path, first], thing: { kind: 'function', summary: method, routers: [] } };
      }
      case 'made':
        return this.#member(file, thing.of, path, members, depth);
      case 'function':
        if (first === resultStep) return thing.gives && this.definitionOf(on(thing.gives, ...rest), depth + 1);
        return isRouterStep(first) && rest.length === 0 ? { file, path: [...path, first], thing } : undefined;
      case 'type': {
        const type = path.at(-1) ?? '';
        const own = { source: ownPackage, path: [methodName(type, first), ...rest] };
        const field = Object.hasOwn(thing.fields, first) ? thing.fields[first] : undefined;
        const found = field ? this.definitionOf(on(field, ...rest), depth + 1) : this.definitionOf(own, depth + 1);
        return found ?? this.#embedded(thing.fields, members, depth);
      }
      default:
        return undefined;
    }
  }

  /** What is embedded in a type, by the name of its own, gives it its members. */
  #embedded(
    fields: Readonly<Record<string, ImportedName>>,
    members: readonly string[],
    depth: number,
  ): DefinedName | undefined {
    for (const [name, type] of Object.entries(fields)) {
      const found = type.path.at(-1) === name ? this.definitionOf(on(type, ...members), depth + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** What calls itself by a long way round says no more the second time. */
  #known(name: ImportedName, depth: number): Known | undefined {
    const key = `${this.#path} ${name.source} ${name.path.join('.')}`;
    if (depth > maximumDepth || this.#index.underWay.has(key)) return undefined;
    this.#index.underWay.add(key);
    try {
      return this.#knownNow(name, depth);
    } finally {
      this.#index.underWay.delete(key);
    }
  }

  #knownNow(name: ImportedName, depth: number): Known | undefined {
    const found = this.definitionOf(name);
    if (!found) return undefined;
    const { thing, file } = found;
    const there = this.#of(file);
    switch (thing.kind) {
      case 'function':
        return { kind: 'function', summary: there.#function(thing.summary, depth), file: file.path };
      case 'class':
        return { kind: 'class', summary: there.#class(thing.summary, depth), file: file.path };
      case 'status':
        return { kind: 'status', code: thing.code, file: file.path };
      case 'object':
        return { kind: 'object', members: Object.keys(thing.members), file: file.path };
      default:
        return { kind: 'other', file: file.path };
    }
  }

  /** A function with what it answers by calling those of other files. */
  #function(summary: FunctionSummary, depth: number): FunctionSummary {
    if (depth > maximumDepth || summary.delegations.length === 0) return summary;
    const answers = summary.delegations.flatMap((delegation) => {
      const known = this.#known(delegation.to, depth + 1);
      if (known?.kind === 'function')
        return known.summary.answers.flatMap((answer) => throughDelegation(delegation, answer) ?? []);
      if (known?.kind !== 'class' || !known.summary.isError || !known.summary.status) return [];
      const made = throughDelegation(delegation, {
        kind: 'raise',
        framework: 'in-house',
        status: known.summary.status,
        body: { kind: 'present', ...(known.summary.message ? { place: known.summary.message } : {}) },
        headers: [],
        hasAllHeaders: false,
        isCertain: true,
      });
      return made ?? [];
    });
    const counting = answers.filter(({ status, isCertain }) => status.place || isCertain);
    return counting.length === 0 ? summary : { ...summary, answers: [...summary.answers, ...counting] };
  }

  #class(summary: ClassSummary, depth: number): ClassSummary {
    const methods = Object.entries(summary.methods).map(([name, method]) => [name, this.#function(method, depth + 1)]);
    const own: ClassSummary = { ...summary, methods: Object.fromEntries(methods) };
    if (own.base === undefined || typeof own.base === 'string' || depth > maximumDepth) return own;
    const base = this.#known(own.base, depth + 1);
    return base?.kind === 'class' ? throughBase(own, base.summary) : own;
  }

  #middleware(given: readonly MiddlewareSummary[], depth: number): readonly MiddlewareElsewhere[] {
    return given.map(({ text, isRequired, from }) => {
      const known = from && !isRequired && depth < maximumDepth ? this.#known(from, depth + 1) : undefined;
      const guards = known?.kind === 'function' && known.summary.guards === true && !/optional|maybe/i.test(text);
      return { text, isRequired: isRequired || guards, file: this.#path };
    });
  }

  /** The ways to a router of a file: by the mounts of the file itself, else by those of others. */
  #waysToRouter(router: string, depth: number): readonly WayElsewhere[] {
    const file = this.#index.file(this.#path);
    if (!file || depth > maximumDepth) return [];
    const local = file.summary.mounts.filter(({ to }) => 'router' in to && to.router === router);
    if (local.length > 0) return local.flatMap((mount) => this.#waysThrough(mount, depth + 1));
    for (const [name, thing] of Object.entries(file.summary.exports)) {
      const own = thing.kind === 'function' ? thing.routers.find((each) => each.router === router) : undefined;
      if (own) return [[name], [name, own.step]].flatMap((path) => this.mountsOf(path, depth + 1));
      if (isRouter(thing, router)) return this.mountsOf([name], depth + 1);
      if (thing.kind !== 'object') continue;
      for (const [inner, member] of Object.entries(thing.members))
        if (isRouter(member, router)) return this.mountsOf([name, inner], depth + 1);
    }
    return [];
  }

  #waysThrough(mount: MountSummary, depth: number): readonly WayElsewhere[] {
    const inner: WayElsewhere = {
      framework: mount.framework,
      methods: [],
      path: mount.path,
      ...(mount.replacesPrefix ? { replacesPrefix: true } : {}),
      middleware: this.#middleware(mount.middleware, 0),
    };
    if (depth > maximumDepth) return [alone(inner, mount)];
    const outer = this.#waysToRouter(mount.router, depth + 1);
    return outer.length === 0 ? [alone(inner, mount)] : outer.map((each) => within(each, inner, mount));
  }

  #of(file: IndexedFile): FileKnowledge {
    return file.path === this.#path ? this : new FileKnowledge(this.#index, file.path, file.family);
  }
}

function isRouter(thing: Exported, router: string): boolean {
  return thing.kind === 'router' && thing.router === router;
}
