import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;

/** Whole files whose texts are no words of the page, and why. */
const exempt: Readonly<Record<string, string>> = {};

/** Strings that look like prose and are none, by file, and why. */
const noWords: Readonly<Record<string, readonly string[]>> = {};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Calls and tags whose strings go through the catalogs. */
const isMacro = (name: unknown) => name === 't' || name === 'plural' || name === 'select' || name === 'selectOrdinal';
const nameOf = (node: unknown) => (isNode(node) ? (node['name'] ?? node['value']) : undefined);

/** Properties and attributes that hold text for people, even when it is a single word. */
const textual =
  /^(aria-(label|description|valuetext|roledescription)|title|label|alt|placeholder|description|lead|caption|summary|verb|heading|hint|explanation|unit|note|question|answer)$/;
/** Attributes and properties whose strings are for the browser alone. */
const technical =
  /^(className|class|classNames|d|style|id|key|href|src|rel|viewBox|transform|accept|font|fontFamily|type|mask|clipPath)$/;

const hasWord = (text: string) => /\p{L}{2,}/u.test(text);
/** Two words beside each other. */
const isProse = (text: string) => /(^|[\s“(])\p{L}[\p{L}’'-]*[,;:.…]?[ \u00a0]+[“(]?\p{L}[\p{L}’'-]*/u.test(text);
/** A template: where something is put in, a word beside it is prose. */
const isTemplateProse = (quasis: readonly string[]) =>
  quasis.some(isProse) ||
  quasis.some(
    (text, at) =>
      (at > 0 && /^[,;:.]? ?\p{L}{2,}[ ,.:;]?/u.test(text) && /^[,;:.]? /.test(text)) ||
      (at < quasis.length - 1 && /\p{L}{2,}[,;:]? $/u.test(text)),
  );

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

function stringsOf(file: string, ids: ReadonlySet<string>): readonly Finding[] {
  const source = readFileSync(file, 'utf8');
  const { program } = parseSync(file, source);
  const found: Finding[] = [];
  const tell = (node: Node, text: string) =>
    found.push({
      file: relative(root, file),
      line: source.slice(0, node.start).split('\n').length,
      text: text.replace(/\s+/g, ' ').trim(),
    });

  /** @param place what the string belongs to: an attribute's or a property's name; "message" where a macro has it already. */
  function walk(value: unknown, place: string, inTrans: boolean): void {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, place, inTrans));
    if (!isNode(value)) return;
    const node = value;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSLiteralType':
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAnnotation':
      case 'TSTypeParameterInstantiation':
        return;
      case 'TaggedTemplateExpression': {
        const quasi = node['quasi'] as Node;
        if (isMacro(nameOf(node['tag']))) return walk(quasi['expressions'], 'value', inTrans);
        return walk(quasi, place, inTrans);
      }
      case 'CallExpression':
        if (isMacro(nameOf(node['callee']))) return walk(node['arguments'], 'message', inTrans);
        return walk([node['callee'], node['arguments']], place, inTrans);
      case 'JSXElement': {
        const opening = node['openingElement'] as Node;
        walk(opening['attributes'], 'value', false);
        return walk(node['children'], 'child', inTrans || nameOf(opening['name']) === 'Trans');
      }
      case 'JSXText':
        if (!inTrans && hasWord(node['value'] as string)) tell(node, node['value'] as string);
        return;
      case 'JSXExpressionContainer':
        if (inTrans && place === 'child' && (node['expression'] as Node).type === 'Literal') return;
        return walk(node['expression'], place, false);
      case 'JSXAttribute':
        return walk(node['value'], String(nameOf(node['name'])), false);
      case 'Property':
        return walk(node['value'], place === 'message' ? place : String(nameOf(node['key']) ?? 'value'), inTrans);
      case 'SwitchCase':
        return walk(node['consequent'], 'value', inTrans);
      case 'BinaryExpression':
        if (/^[!=]==?$/.test(node['operator'] as string)) return;
        return walk([node['left'], node['right']], place, inTrans);
      case 'ConditionalExpression':
        walk(node['test'], 'value', inTrans);
        return walk([node['consequent'], node['alternate']], place, inTrans);
      case 'MemberExpression':
        return walk([node['object'], node['computed'] ? node['property'] : null], 'value', inTrans);
      case 'Literal': {
        const text = node['value'];
        if (typeof text !== 'string' || place === 'message' || technical.test(place) || ids.has(text)) return;
        if (isProse(text) || (textual.test(place) && hasWord(text))) tell(node, text);
        return;
      }
      case 'TemplateLiteral': {
        if (place !== 'message' && !technical.test(place)) {
          const quasis = (node['quasis'] as readonly Node[]).map((q) => (q['value'] as { cooked: string }).cooked);
          if (isTemplateProse(quasis) || (textual.test(place) && hasWord(quasis.join(''))))
            tell(node, quasis.join('…'));
        }
        return walk(node['expressions'], 'value', inTrans);
      }
      default:
        for (const [key, child] of Object.entries(node))
          if (key !== 'parent')
            walk(
              child,
              node.type === 'ArrayExpression' ||
                node.type === 'TSAsExpression' ||
                node.type === 'ParenthesizedExpression' ||
                node.type === 'LogicalExpression' ||
                node.type === 'TSSatisfiesExpression'
                ? place
                : 'value',
              inTrans,
            );
    }
  }
  walk(program, 'value', false);
  return found;
}

/** Strings that a type names: ids, however they read. */
function idsOf(file: string): readonly string[] {
  const ids: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isNode(value)) return;
    const literal = value['literal'];
    if (value.type === 'TSLiteralType' && isNode(literal) && typeof literal['value'] === 'string')
      ids.push(literal['value']);
    for (const [key, child] of Object.entries(value)) if (key !== 'parent') walk(child);
  };
  walk(parseSync(file, readFileSync(file, 'utf8')).program);
  return ids;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture|setup)\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(root, name));

describe('words', () => {
  it('all go through the macros', () => {
    const ids = new Set(files.flatMap(idsOf));
    const left = files
      .filter((file) => !(relative(root, file) in exempt))
      .flatMap((file) => stringsOf(file, ids))
      .filter(({ file, text }) => !noWords[file]?.includes(text));
    expect(left.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  });
});
