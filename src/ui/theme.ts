import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import './mantine.css';
import './page.css';
import './contrast.css';

/**
 * Two colours carry the page's one idea. Ice is what is frozen: the base and everything that is only looked at.
 * Ember is what learns: the head and the buttons that train it. Blue and orange stay apart for every common kind of
 * colour blindness, and never speak alone: a word or a shape stands beside them.
 */
const ice: MantineColorsTuple = [
  '#eaf5f9',
  '#d3e9f1',
  '#a6d3e3',
  '#76c0da',
  '#43a2c2',
  '#1d86a8',
  '#0d6a89',
  '#0a566f',
  '#084559',
  '#063545',
];
const ember: MantineColorsTuple = [
  '#fdf0e6',
  '#fbdfc9',
  '#f7c199',
  '#f6a66d',
  '#e77c3c',
  '#cf5c1a',
  '#ad470e',
  '#8d390b',
  '#6f2e0b',
  '#552409',
];
/** Warm greys instead of the library's cold ones: Mantine draws borders, hints and disabled parts from this scale. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f2efe9',
  '#e7e2d9',
  '#d6d0c4',
  '#bdb6a8',
  '#958e81',
  '#6b655b',
  '#514c44',
  '#36322d',
  '#211f1c',
];
/** Ink blues for the dark page; index 0 is its text, 7 its ground. */
const dark: MantineColorsTuple = [
  '#e9e6df',
  '#c9c8c6',
  '#a9adb4',
  '#7f8792',
  '#4a5563',
  '#333d4a',
  '#232c37',
  '#151b23',
  '#10151c',
  '#0b0f14',
];

const sans =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, 'Liberation Sans', system-ui, sans-serif";
const serif = "Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Heading', Cambria, Georgia, 'Noto Serif', serif";

export const theme = createTheme({
  colors: { ice, ember, gray, dark },
  primaryColor: 'ice',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  black: '#1d2330',
  white: '#fffefb',
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: serif, fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.25rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'filled' } },
    // The library's <header> in a dialog would count as a second banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  },
});

/** The page's own tokens, for both colour schemes. Every text token has 4.5:1 or more on paper and on card. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--lab-serif': serif },
  light: {
    '--lab-paper': '#faf8f3',
    '--lab-card': '#fffefb',
    '--lab-sunken': '#f3efe7',
    '--lab-ink': '#1d2330',
    '--lab-soft': '#575d69',
    '--lab-line': '#e3ddd1',
    '--lab-line-strong': '#8d8779',
    '--lab-ice': '#0d6a89',
    '--lab-ice-line': '#9ccbdc',
    '--lab-ice-wash': '#e9f4f8',
    '--lab-ember': '#ad470e',
    '--lab-ember-line': '#eeb68d',
    '--lab-ember-wash': '#fdf1e7',
    '--lab-warn': '#8a5a00',
    '--lab-warn-wash': '#fbf2d9',
    '--lab-error': '#b3261e',
    '--lab-error-wash': '#fcebe8',
    '--lab-shadow': '0 1px 2px rgb(60 50 30 / 6%), 0 6px 24px -12px rgb(60 50 30 / 18%)',
    '--mantine-color-body': '#faf8f3',
    '--mantine-color-text': '#1d2330',
    '--mantine-color-dimmed': '#575d69',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#6b655b',
    '--class-0': '#0b6fb3',
    '--class-1': '#c44a06',
    '--class-2': '#087a58',
    '--class-3': '#b03a83',
    '--class-4': '#8a6a00',
    '--class-5': '#5f4bc9',
    '--class-6': '#6e5a4d',
  },
  dark: {
    '--lab-paper': '#10151c',
    '--lab-card': '#19212b',
    '--lab-sunken': '#141b24',
    '--lab-ink': '#ebe8e1',
    '--lab-soft': '#aeb3bb',
    '--lab-line': '#2c3643',
    '--lab-line-strong': '#768292',
    '--lab-ice': '#76c0da',
    '--lab-ice-line': '#2f6478',
    '--lab-ice-wash': '#132a35',
    '--lab-ember': '#f6a66d',
    '--lab-ember-line': '#84512c',
    '--lab-ember-wash': '#32210f',
    '--lab-warn': '#e8c063',
    '--lab-warn-wash': '#2d2510',
    '--lab-error': '#ff9d93',
    '--lab-error-wash': '#371a18',
    '--lab-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px -12px rgb(0 0 0 / 60%)',
    '--mantine-color-body': '#10151c',
    '--mantine-color-text': '#ebe8e1',
    '--mantine-color-dimmed': '#aeb3bb',
    '--mantine-color-error': '#ff9d93',
    '--mantine-color-placeholder': '#98a0ab',
    '--class-0': '#62b5ee',
    '--class-1': '#f5935a',
    '--class-2': '#3fc79b',
    '--class-3': '#ee96c8',
    '--class-4': '#e2bd45',
    '--class-5': '#b0a3fa',
    '--class-6': '#cdb4a2',
  },
});
