import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;

/** Whole files whose texts are no words of the page, and why. */
const exempt: Readonly<Record<string, string>> = {
  'core/log/reportStyle.ts': 'a style sheet',
  'core/takeaway/kerasBase.ts': 'comments of a Python script, which stay in English',
  'core/takeaway/kerasScript.ts': 'a Python script, whose comments stay in English',
  'core/takeaway/tfjsCode.ts': 'a JavaScript program, whose comments stay in English',
};

/** Strings that look like words for people and are none, by file. */
const noWords: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  // Names.
  'core/catalogue.ts': ['MobileNetV3, COCO', 'MobileNetV… …, ImageNet'],
  'core/log/changes.ts': ['Transfer Lab', 'labels', 'groups', 'pins', 'test'],
  'core/settingFields.ts': ['WebGL', 'WebGPU', 'WASM', 'CPU'],
  'app/licences.ts': ['Vladimir Mandic (human)', 'Noto Emoji', 'Fluent Emoji'],
  'app/pages/useTitle.ts': ['… · Transfer Lab'],
  'app/work/SharePanel.tsx': ['Transfer Lab'],
  'ui/layout/Page.tsx': ['Transfer Lab'],
  // In every language of the page at once.
  'app/LanguageMenu.tsx': ['Language / Idioma'],
  'core/projectName.ts': ['Class …'],
  // Keys of what is stored or looked up, and the names of sides, which are kept in English and said by `armWords`.
  'core/experiment.ts': ['without dropout', 'with dropout'],
  'core/glossary.ts': ['class'],
  'core/sweep.ts': ['rate …'],
  'core/why/deadLeaves.ts': ['dead leaves'],
  'core/why/study.ts': ['without dropout'],
  'core/why/tuning.ts': ['without dropout', 'with dropout'],
  'app/featureSets.ts': ['flatten …', 'tfjs …'],
  'app/pages/wordPlaces.ts': ['pictures'],
  'app/why/networkFeatures.ts': ['dead leaves@1 …', '… … at …', 'random weights …'],
  'ui/projects/ClassDestinations.tsx': ['class …'],
  // Folders and files, and the example page in the ZIP, which is in English.
  'core/project/safeNames.ts': ['… class'],
  'app/takeaway/parcel.ts': ['Transfer Lab …', 'without dropout', 'with dropout', '{ ...…, weights: "'],
  'ui/model/OtherWays.tsx': ['models/mobilenet/'],
  'ui/prepared/PicturesForm.tsx': ['projects/cats.zip'],
  // Units.
  'ui/model/ModelDiagram.tsx': ['px'],
  'ui/model/words.ts': ['… min', '… min … s', '… KB', '… MB', '… GB'],
  // Code, and what a browser is told of colours, fonts and elements.
  'app/workers.ts': ['import …;'],
  'core/log/reportConfusion.ts': ['matrices turned', 'answer right'],
  'core/project/readme.ts': [/^import json|^for p in|^if p\.get/],
  'core/takeaway/readme.ts': [/^const \w+ = /],
  'ui/compare/picture.ts': ['path, line, rect, circle, text, tspan, polygon', 'system-ui, sans-serif'],
  'ui/inside/ConfusionTable.tsx': [/^color-mix/],
  'ui/inside/heatColours.ts': [/^linear-gradient/],
  'ui/present/roomCharts.ts': [/^color-mix/],
  'ui/theme.ts': [/sans-serif$|, serif$|monospace$/],
  'lessons/chapters/curves.ts': [/^L = /],
  'lessons/chapters/dropout.ts': [/ilde a_j/],
  'lessons/papers/expected.ts': ['no set-up …'],
  // Told apart by its words, like those of the browser itself.
  'model/engineWatch.ts': ['WebGL error: OUT_OF_MEMORY'],
  'model/fetching.ts': ['HTTP …'],
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Of an identifier, a property's key, a JSX name. */
const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : isNode(name) ? nameOf(name) : '';
};

/** Calls and tags whose strings are in the catalogs. */
const macros: ReadonlySet<string> = new Set(['t', 'plural', 'select', 'selectOrdinal']);

/** Calls whose strings are for the browser, or for who reads its console. */
const technicalCalls: ReadonlySet<string> = new Set([
  'closest',
  'matchMedia',
  'matches',
  'querySelector',
  'querySelectorAll',
  'warn',
]);

/** Attributes and properties that hold words for people, even when it is a single one. */
const textual =
  /^(aria-(label|description|valuetext|roledescription)|title|label|alt|placeholder|description|lead|caption|summary|verb|heading|hint|explanation|question|answer|words|child)$/;

/** Attributes and properties whose strings are for the browser alone. */
const technical =
  /^(className|class|classNames|d|style|id|key|href|src|rel|viewBox|transform|accept|font|fontFamily|type|mask|clipPath|htmlFor|aria-(controls|describedby|labelledby|owns)|grid(Area|Template)\w*)$/;

/** Not "wrong-labels", which is an id. */
const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text) && !/^[a-z\d]+(-[a-z\d]+)+$/.test(text);

/** Two words beside each other. */
const isProse = (text: string): boolean =>
  /(^|[\s“(])\p{L}[\p{L}’'-]*[,;:.…]?[ \u00a0]+[“(]?\p{L}[\p{L}’'-]*/u.test(text);

/** A word beside something that is put in is prose as well: "… pictures". */
const isTemplateProse = (quasis: readonly string[]): boolean =>
  quasis.some(isProse) ||
  quasis.some(
    (text, at) =>
      (at > 0 && /^[,;:.)]? “?\p{L}{2,}/u.test(text)) ||
      (at < quasis.length - 1 && /\p{L}{2,}[,;:]? [“(]?$/u.test(text)),
  );

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Where a string stands: its own place is that of what is around it, where that only passes it on. */
const passing: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'BlockStatement',
  'FunctionDeclaration',
  'FunctionExpression',
  'IfStatement',
  'LogicalExpression',
  'ObjectExpression',
  'ParenthesizedExpression',
  'ReturnStatement',
  'SpreadElement',
  'SwitchStatement',
  'TSAsExpression',
  'TSSatisfiesExpression',
]);

/** Strings of a file that are in no macro although people read them. @param ids strings that types name. */
function wordsOutside(file: string, ids: ReadonlySet<string>): readonly Finding[] {
  const source = readFileSync(file, 'utf8');
  const found: Finding[] = [];
  const tell = ({ start }: Node, text: string) =>
    found.push({
      file: relative(root, file),
      line: source.slice(0, start).split('\n').length,
      text: text.replaceAll(/\s+/g, ' ').trim(),
    });

  /** @param place the attribute, property or function that a string belongs to; "message" where a macro has it. */
  function walk(value: unknown, place: string, isInTrans: boolean): void {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, place, isInTrans));
    if (!isNode(value)) return;
    const node = value;
    const of = (...keys: readonly string[]) => keys.map((key) => node[key]);
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
        const quasi = node['quasi'];
        if (macros.has(nameOf(node['tag'])) && isNode(quasi)) return walk(quasi['expressions'], 'value', isInTrans);
        return walk(quasi, place, isInTrans);
      }
      case 'CallExpression': {
        const name = nameOf(node['callee']);
        if (technicalCalls.has(name)) return walk(node['callee'], 'value', isInTrans);
        if (macros.has(name)) return walk(node['arguments'], 'message', isInTrans);
        return walk(of('callee', 'arguments'), 'value', isInTrans);
      }
      case 'JSXElement': {
        const opening = node['openingElement'];
        const tag = isNode(opening) ? nameOf(opening['name']) : '';
        // Its attributes are parts of its message.
        const isPlural = /^(Plural|Select|SelectOrdinal)$/.test(tag);
        if (isNode(opening) && !isPlural) walk(opening['attributes'], 'value', false);
        const isTrans = tag === 'Trans';
        return walk(node['children'], 'child', isInTrans || isTrans);
      }
      case 'JSXText': {
        const text = node['value'];
        if (!isInTrans && typeof text === 'string' && hasWord(text)) tell(node, text);
        return;
      }
      case 'JSXExpressionContainer': {
        const inner = node['expression'];
        // A string of its own in a <Trans> is part of its message.
        if (isInTrans && place === 'child' && isNode(inner) && inner.type === 'Literal') return;
        return walk(inner, place, false);
      }
      case 'JSXAttribute':
        return walk(node['value'], nameOf(node['name']), false);
      case 'Property':
        if (place === 'message' || technical.test(place)) return walk(node['value'], place, isInTrans);
        return walk(node['value'], nameOf(node['key']) || 'value', isInTrans);
      case 'VariableDeclarator': {
        const name = nameOf(node['id']);
        return walk(node['init'], /words$/i.test(name) ? 'words' : textual.test(name) ? name : 'value', isInTrans);
      }
      case 'FunctionDeclaration':
        return walk(node['body'], /words$/i.test(nameOf(node['id'])) ? 'words' : 'value', isInTrans);
      case 'SwitchCase':
        return walk(node['consequent'], place, isInTrans);
      case 'BinaryExpression':
        if (/^[!=]==?$/.test(String(node['operator']))) return;
        return walk(of('left', 'right'), place, isInTrans);
      case 'IfStatement':
      case 'ConditionalExpression':
        walk(node['test'], 'value', isInTrans);
        return walk(of('consequent', 'alternate'), place, isInTrans);
      case 'MemberExpression':
        return walk([node['object'], node['computed'] === true ? node['property'] : null], 'value', isInTrans);
      case 'Literal': {
        const text = node['value'];
        if (typeof text !== 'string' || place === 'message' || technical.test(place)) return;
        if (textual.test(place) ? hasWord(text) : isProse(text) && !ids.has(text)) tell(node, text);
        return;
      }
      case 'TemplateLiteral': {
        const parts = Array.isArray(node['quasis']) ? node['quasis'].filter(isNode) : [];
        const quasis = parts.map(({ value }) => (value as { readonly cooked: string }).cooked); // as ESTree has it
        if (place !== 'message' && !technical.test(place))
          if (isTemplateProse(quasis) || (textual.test(place) && hasWord(quasis.join(' '))))
            tell(node, quasis.join('…'));
        return walk(node['expressions'], 'value', isInTrans);
      }
      default:
        for (const [key, child] of Object.entries(node))
          if (key !== 'parent') walk(child, passing.has(node.type) ? place : 'value', isInTrans);
    }
  }
  walk(parseSync(file, source).program, 'value', false);
  return found;
}

/** Strings that a type names are ids, however they read: 'cannot tell'. */
function idsOf(file: string): readonly string[] {
  const ids: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isNode(value)) return;
    const { literal } = value;
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

const isNoWord = ({ file, text }: Finding): boolean =>
  noWords[file]?.some((known) => (typeof known === 'string' ? known === text : known.test(text))) ?? false;

describe('words', () => {
  const ids = new Set(files.flatMap(idsOf));
  const outside = files.flatMap((file) => wordsOutside(file, ids));

  it('all go through the macros', () => {
    const left = outside.filter((one) => !(one.file in exempt) && !isNoWord(one));
    expect(left.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  });

  it('have no exception that is not needed any more', () => {
    const known = Object.entries(noWords).flatMap(([file, texts]) => texts.map((text) => ({ file, text })));
    const idle = known.filter(
      ({ file, text }) =>
        !outside.some(
          (one) => one.file === file && (typeof text === 'string' ? text === one.text : text.test(one.text)),
        ),
    );
    const idleFiles = Object.keys(exempt).filter((file) => !outside.some((one) => one.file === file));
    expect([...idle.map(({ file, text }) => `${file}: ${String(text)}`), ...idleFiles]).toEqual([]);
  });
});
