import type { CompiledFrameworks } from '../../frameworks/compiled.ts';
import { type Framework, isModule, isShownIn } from '../../frameworks/framework.ts';
import type { Language } from '../../languages/language.ts';
import type { Expression, FunctionView, ImportView, Statement } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/node.ts';
import { isTestFile } from '../candidates/testFiles.ts';
import { type Knowledge, type Known, ownPackage } from '../knowledge.ts';
import type { ImportedName as FoundName } from '../summaries/summary.ts';
import { isInterimByChance, isSelfEvident } from './naming.ts';
import { Scopes } from './scope.ts';

/** Modules whose members, or whose default export's, are status codes. */
const statusModules =
  /^(?:http-status-codes|http-status|statuses|net\/http|github\.com\/(?:gofiber\/fiber|valyala\/fasthttp)(?:\/v\d+)?|http-constants|http\.client|(?:fastapi|starlette|rest_framework)\.status|(?:requests|httpx)\.(?:status_)?codes|falcon)$|(?:http|api|response)[-_]?(?:status|codes?|constants)|status[-_]?codes?/i;

/** Modules of much else, and the names under which they hold status codes. */
const modulesWithStatuses =
  /^(?:@nestjs\/common|@adonisjs\/.*|(?:node:)?http2|axios|@angular\/common\/http|@oak\/oak|(?:jsr:)?@std\/http(?:\/.*)?|https:\/\/deno\.land\/.*)$/;
const statusExports = /^(?:Http)?Status(?:Codes?)?$|^ResponseStatus$|^STATUS_CODE$|^constants$/;

/** Where a local name comes from. */
export interface ImportedName {
  readonly source: string;
  readonly name: string;
  readonly packageName: string | undefined;
}

function isResponseOf({ imports, receivers }: Framework, { source, path }: FoundName): boolean {
  const types = receivers?.RES?.types ?? [];
  return types.includes(path.at(-1) ?? '') && imports.some((each) => isModule(each, source));
}

/** What every step of the analysis of one text looks things up in. */
export class FileContext {
  readonly language: Language;
  readonly tree: SyntaxTree;
  readonly compiled: CompiledFrameworks;
  /** Path of the file with `/` between its parts, empty where it is not known. */
  readonly path: string;
  readonly imports: readonly ImportView[];
  readonly scopes: Scopes;
  /** What other files say; absent where nobody has read them. */
  readonly knowledge: Knowledge | undefined;
  /** True where statuses are what answers should be, unless the file holds a server of its own. */
  readonly isTest: boolean;
  /** Names of frameworks that the file calls otherwise: `createHttpError → createError`. */
  readonly aliases = new Map<string, string>();
  readonly #imported: ReadonlySet<Framework>;
  readonly #placed: ReadonlySet<Framework>;
  readonly #importOfName = new Map<string, ImportedName>();

  constructor(language: Language, tree: SyntaxTree, compiled: CompiledFrameworks, path: string, knowledge?: Knowledge) {
    this.language = language;
    this.knowledge = knowledge;
    this.tree = tree;
    this.compiled = compiled;
    this.path = path;
    this.imports = language.imports(tree);
    this.scopes = new Scopes(language, tree.root);
    this.#imported = compiled.importedBy(this.imports.map(({ source }) => source));
    const signs = !this.importsServer;
    const isPlain = !this.#importsRouter;
    const embedded = this.#embedded;
    this.#placed = new Set(
      compiled.frameworks.filter(
        (framework) =>
          framework.isOfProject ||
          embedded.some((name) => isResponseOf(framework, name)) ||
          (isPlain && framework.routeFiles?.some((file) => file.path.test(path))) ||
          (signs && isShownIn(framework, tree.text)),
      ),
    );
    this.isTest = this.isOnlyTest || isTestFile(path, this.imports);
    for (const { source, names, packageName } of this.imports) {
      for (const [local, name] of names) this.#importOfName.set(local, { source, name, packageName });
    }
    for (const local of this.#importOfName.keys()) {
      for (const framework of this.#imported) {
        const name = this.nameIn(framework, local);
        if (name !== undefined && name !== local) this.aliases.set(local, name);
      }
    }
  }

  get text(): string {
    return this.tree.text;
  }

  /** True of a file that serves nothing by its name: servers in it are stand-ins. */
  get isOnlyTest(): boolean {
    return this.language.testFiles?.test(this.path) ?? false;
  }

  imported(framework: Framework): boolean {
    return this.#imported.has(framework);
  }

  /** True also where the place of the file or signs in its text say that the framework calls it. */
  uses(framework: Framework): boolean {
    return this.#imported.has(framework) || this.#placed.has(framework);
  }

  /** True where a file imports something that answers, so that names alone need not decide for another. */
  get importsServer(): boolean {
    for (const { side, receivers } of this.#imported) if (side === 'server' && receivers) return true;
    return false;
  }

  /** True where a file imports a framework whose routes are written: its place in a folder then means nothing. */
  get #importsRouter(): boolean {
    for (const { routes, imports } of this.#imported)
      if (routes && !imports.some((module) => module.startsWith('node:'))) return true;
    return false;
  }

  /** `type Context struct { echo.Context }` of the project: who takes one answers as those do who take the framework's. */
  get #embedded(): readonly FoundName[] {
    const { knowledge } = this;
    if (!this.language.declaresTypes || !knowledge) return [];
    return [ownPackage, ...this.imports.map(({ source }) => source)].flatMap((each) => knowledge.embeddedIn(each));
  }

  /** The module and the name under which a local name was imported. */
  importOf(name: string): ImportedName | undefined {
    return this.#importOfName.get(name);
  }

  /** What a framework calls a name that is imported from it. */
  nameIn(framework: Framework, local: string): string | undefined {
    const imported = this.#importOfName.get(local);
    if (!imported || !framework.imports.some((module) => isModule(module, imported.source))) return undefined;
    return imported.name === 'default' || imported.name === '*'
      ? (imported.packageName ?? framework.moduleName)
      : imported.name;
  }

  /** The module an expression stands for: `aiohttp.web` for `web` of `from aiohttp import web`, and for `aiohttp.web`. */
  modulePath(expression: Expression): string | undefined {
    if (expression.kind === 'member') {
      const outer = this.modulePath(expression.object);
      return outer === undefined ? undefined : `${outer}.${expression.property}`;
    }
    if (expression.kind !== 'name') return undefined;
    const imported = this.#importOfName.get(expression.name);
    if (!imported || this.scopes.definitions(expression.name, expression.node)[0]?.kind === 'parameter')
      return undefined;
    if (imported.name !== '*') {
      const mayBeModule = this.language.importsModulesByName && /^[a-z_]/.test(imported.name);
      return mayBeModule ? `${imported.source}.${imported.name}` : undefined;
    }
    // `import aiohttp.web` gives the name `aiohttp`
    return imported.source.startsWith(`${expression.name}.`) ? expression.name : imported.source;
  }

  isStatusModule(name: string): boolean {
    const imported = this.#importOfName.get(name);
    if (imported === undefined || /^STATUS_CODES$|phrase|text|message/i.test(imported.name)) return false;
    const { source, name: exported } = imported;
    return (
      statusModules.test(source) ||
      // `from rest_framework import status`: a class that is imported is no module
      (/^[a-z_]/.test(exported) && statusModules.test(`${source}.${exported}`)) ||
      (modulesWithStatuses.test(source) && statusExports.test(exported))
    );
  }

  /** True of a module's member that holds status codes: `requests.codes`. */
  isStatusMember(expression: Expression & { kind: 'member' }): boolean {
    const path = this.language.importsModulesByName ? this.modulePath(expression) : undefined;
    return path !== undefined && statusModules.test(path);
  }

  /** The code of a name imported from a module of status constants, or of one that another file defines. */
  importedStatus(name: string): number | undefined {
    const imported = this.#importOfName.get(name);
    const known = imported
      ? this.knowledge?.imported(imported.source, imported.name === '*' ? [] : [imported.name])
      : this.ofOwnPackage(name);
    if (known?.kind === 'status') return isInterimByChance(name, known.code) ? undefined : known.code;
    if (!imported) return undefined;
    return statusModules.test(imported.source) || isSelfEvident(imported.name)
      ? codeOfConstant(imported.name)
      : undefined;
  }

  /** The packages whose names need no other before them: one's own, and those that are imported so. */
  get openPackages(): readonly string[] {
    return [ownPackage, ...this.imports.flatMap(({ source, names }) => (names.has('.') ? [source] : []))];
  }

  /**
   * What another file of the same module calls by a name that this one neither defines nor imports, or one of those it
   * imports all names of: `import . "desk/errors"`.
   */
  ofOwnPackage(name: string): Known | undefined {
    if (!this.language.sharesFolder) return undefined;
    for (const source of this.openPackages) {
      const known = this.knowledge?.imported(source, [name]);
      if (known) return known;
    }
    return undefined;
  }

  /** The code of a member of a table of statuses that another file defines. */
  statusOfMember(member: Expression & { kind: 'member' }): number | undefined {
    if (!this.knowledge) return undefined;
    const path: string[] = [];
    let root: Expression = member;
    for (; root.kind === 'member'; root = root.object) path.unshift(root.property);
    const imported = root.kind === 'name' ? this.#importOfName.get(root.name) : undefined;
    if (!imported) return undefined;
    const known = this.knowledge.imported(imported.source, imported.name === '*' ? path : [imported.name, ...path]);
    return known?.kind === 'status' && !isInterimByChance(member.property, known.code) ? known.code : undefined;
  }

  /** The value of a property of an object or class this file defines: `STATUS.missing`, `STATUS.client.missing`. */
  property(member: Expression & { kind: 'member' }, depth = 0): Expression | undefined {
    const { object, property } = member;
    if (depth > 4) return undefined;
    if (object.kind === 'name') {
      const definition = this.scopes.definitions(object.name, object.node)[0];
      if (definition?.kind === 'class')
        return definition.class.fields.find(({ name, isStatic }) => isStatic && name === property)?.value;
    }
    const inner = object.kind === 'member' ? this.property(object, depth + 1) : object;
    const holder = inner?.kind === 'name' ? this.resolve(inner) : inner;
    if (holder?.kind !== 'object') return undefined;
    return holder.entries.find((entry) => entry.key === property)?.value;
  }

  /** Follows a name to the one value it can have, as often as that is a name again. */
  resolve(expression: Expression): Expression {
    let current = expression;
    for (let steps = 0; current.kind === 'name' && steps < 5; steps++) {
      const value = this.scopes.value(current.name, current.node);
      if (!value || value.path.length > 0) break;
      current = value.value;
    }
    if (current.kind === 'call' && current.callee.kind === 'member' && current.callee.property === 'freeze') {
      return current.arguments[0]?.value ?? current;
    }
    return current;
  }

  /** The branch in an arm of which a statement stands. */
  branchAround(statement: SyntaxNode): (Statement & { kind: 'branch' }) | undefined {
    let around = statement.parent;
    while (around && this.language.statement(around).kind === 'block') around = around.parent;
    const view = around && this.language.statement(around);
    return view?.kind === 'branch' ? view : undefined;
  }

  functionAround(node: SyntaxNode): FunctionView | undefined {
    return this.language.functionAround(node);
  }
}
