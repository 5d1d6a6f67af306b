import type { Page } from 'playwright-core';

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];
export const widths = { laptop: 446, phone: 340 } as const;
export type Width = keyof typeof widths;

export const card = '.ac-preview-panel';
const frame = '.fai-OutputCard';

/** Fluent's dark theme, as far as cards use it. The playground itself knows only the light one. */
const darkTokens = {
  NeutralBackground1: '#292929',
  NeutralBackground1Hover: '#3d3d3d',
  NeutralBackground1Pressed: '#1f1f1f',
  NeutralBackground3: '#1f1f1f',
  NeutralBackground6: '#333333',
  NeutralBackgroundDisabled: '#141414',
  NeutralBackgroundInverted: '#ffffff',
  NeutralForeground1: '#ffffff',
  NeutralForeground1Hover: '#ffffff',
  NeutralForeground1Pressed: '#ffffff',
  NeutralForeground2: '#d6d6d6',
  NeutralForeground2Hover: '#ffffff',
  NeutralForeground2Pressed: '#ffffff',
  NeutralForeground3: '#adadad',
  NeutralForeground3Hover: '#d6d6d6',
  NeutralForeground3Pressed: '#d6d6d6',
  NeutralForeground4: '#999999',
  NeutralForegroundDisabled: '#5c5c5c',
  NeutralForegroundInverted: '#242424',
  NeutralStroke1: '#666666',
  NeutralStroke1Hover: '#757575',
  NeutralStroke1Pressed: '#6b6b6b',
  NeutralStroke3: '#3d3d3d',
  NeutralStrokeAccessible: '#adadad',
  NeutralStrokeAccessibleHover: '#bdbdbd',
  NeutralStrokeAccessiblePressed: '#b3b3b3',
  NeutralStrokeDisabled: '#424242',
  SubtleBackgroundHover: '#383838',
  SubtleBackgroundPressed: '#2e2e2e',
  BrandBackground: '#4f52b2',
  BrandBackgroundHover: '#5b5fc7',
  CompoundBrandForeground1: '#7f85f5',
  CompoundBrandForeground1Hover: '#9299f7',
  CompoundBrandForeground1Pressed: '#7579eb',
  CompoundBrandStroke: '#7579eb',
  CompoundBrandStrokeHover: '#7f85f5',
  CompoundBrandStrokePressed: '#5b5fc7',
} as const;

/** A colour of the playground's light host configuration, and the one in Microsoft's published configuration for Teams in dark. */
const darkColours: readonly (readonly [property: string, light: string, dark: string])[] = [
  ['background-color', 'rgb(255, 255, 255)', '#2d2c2c'],
  ['background-color', 'rgb(249, 248, 247)', '#292828'],
  ['color', 'rgb(37, 36, 36)', '#ffffff'],
  ['color', 'rgba(37, 36, 36, 0.75)', 'rgba(255, 255, 255, 0.75)'],
  ['color', 'rgb(98, 100, 167)', '#a6a7dc'],
  ['color', 'rgb(196, 49, 75)', '#d74654'],
  ['border', '1px solid rgb(204, 204, 204)', '1px solid #666666'],
  ['border', '1px solid rgb(102, 102, 102)', '1px solid #8a8a8a'],
  ['border-bottom', '1px solid rgb(238, 238, 238)', '1px solid #4d4d4d'],
];

/** These containers stay pale in dark, and their text dark. */
const paleGrounds = ['rgb(199, 222, 249)', 'rgb(204, 255, 204)', 'rgb(255, 226, 178)', 'rgb(255, 197, 178)'];

const styled = (property: string, value: string): string => `[style^="${property}: ${value}"], [style*="; ${property}: ${value}"]`;

const dark = [
  `html[data-look=dark] .fui-FluentProvider { ${Object.entries(darkTokens).map(([name, value]) => `--color${name}: ${value} !important`).join('; ')} }`,
  'html[data-look=dark] .ui-provider { background: #292929 !important; color: #ffffff !important }',
  ...darkColours.map(([property, light, value]) => `html[data-look=dark] ${card} :is(${styled(property, light)}) { ${property}: ${value} !important }`),
  ...paleGrounds.map((ground) => `html[data-look=dark] ${card} :is(${styled('background-color', ground)}) :is(${styled('color', 'rgb(37, 36, 36)')}, ${styled('color', 'rgba(37, 36, 36, 0.75)')}) { color: #201f1f !important }`),
];

const phone = [
  `html[data-width=phone] ${card} { width: ${widths.phone}px !important }`,
  `html[data-width=phone] ${frame} { width: ${widths.phone + 36}px !important }`,
  `html[data-width=phone] ${frame} > div { width: ${widths.phone + 4}px !important }`,
];

/** Teams writes in Segoe UI. Where it is missing, Liberation Sans runs about as wide; the usual substitute is far wider. */
const font = ([weight, ...faces]: readonly string[]): string => `@font-face { font-family: 'Segoe UI'; font-weight: ${weight}; src: ${faces.map((face) => `local('${face}')`).join(', ')} }`;
const fonts = [
  font(['400', 'Segoe UI', 'Liberation Sans', 'Arial']),
  font(['600', 'Segoe UI Semibold', 'Liberation Sans Bold', 'Arial Bold']),
  font(['700', 'Segoe UI Bold', 'Liberation Sans Bold', 'Arial Bold']),
];

/** A colour on its way to another is no colour of the card. */
const still = '* { transition: none !important; animation: none !important }';

export async function dressPage(page: Page): Promise<void> {
  await page.addStyleTag({ content: [...fonts, ...dark, ...phone, still].join('\n') });
}

/** Shows the page in one look at one card width. High contrast is the system's own: colours forced by the browser. */
export async function wear(page: Page, look: Look, width: Width): Promise<void> {
  await page.emulateMedia(look === 'contrast' ? { forcedColors: 'active', colorScheme: 'dark' } : { forcedColors: 'none', colorScheme: 'light' });
  await page.evaluate(`Object.assign(document.documentElement.dataset, ${JSON.stringify({ look, width })})`);
}
