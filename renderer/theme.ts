/** antd in our colours: the values of tokens.css (a test keeps the two equal), compact, without motion. */
import { theme as antd, type ThemeConfig } from 'antd';
import type { MapToken, SeedToken } from 'antd/es/theme/interface/index.js';

export type Theme = 'light' | 'dark';

export type Palette = Readonly<
  Record<
    | 'desk'
    | 'panel'
    | 'paper'
    | 'ink'
    | 'ink-2'
    | 'ink-3'
    | 'line'
    | 'accent'
    | 'accent-weak'
    | 'on-accent'
    | 'high'
    | 'high-bg'
    | 'medium'
    | 'medium-bg'
    | 'ins'
    | 'ins-bg'
    | 'notice-bg',
    string
  >
>;

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    desk: '#eef0f2',
    panel: '#f8f9fa',
    paper: '#ffffff',
    ink: '#1d2329',
    'ink-2': '#56616c',
    'ink-3': '#6f7982',
    line: '#dde2e6',
    accent: '#1f5a86',
    'accent-weak': '#e3edf5',
    'on-accent': '#ffffff',
    high: '#b8322a',
    'high-bg': '#fbeae8',
    medium: '#a8660a',
    'medium-bg': '#fbf1df',
    ins: '#1c6b3f',
    'ins-bg': '#e4f3ea',
    'notice-bg': '#eef0f2',
  },
  dark: {
    desk: '#15181b',
    panel: '#1c2024',
    paper: '#23282d',
    ink: '#e4e7ea',
    'ink-2': '#a5aeb7',
    'ink-3': '#88929c',
    line: '#333a41',
    accent: '#6fb0e0',
    'accent-weak': '#1f3444',
    'on-accent': '#10222f',
    high: '#f0857c',
    'high-bg': '#3d2523',
    medium: '#e2ad5c',
    'medium-bg': '#39301f',
    ins: '#78cf9f',
    'ins-bg': '#1f3529',
    'notice-bg': '#2a3036',
  },
};

/** The compact algorithm rounds type to 12 px; Chinese text at 13 px reads better in the same rows. */
function dense(seed: SeedToken, map: MapToken = antd.defaultAlgorithm(seed)): MapToken {
  return {
    ...map,
    /* The dark algorithm dims what it derives; ours are chosen for both grounds already. */
    colorPrimary: seed.colorPrimary,
    colorInfo: seed.colorInfo,
    colorError: seed.colorError,
    colorWarning: seed.colorWarning,
    colorSuccess: seed.colorSuccess,
    fontSize: 13,
    fontSizeSM: 12,
    fontSizeLG: 14,
    lineHeight: 1.5,
    lineHeightSM: 1.5,
    lineHeightLG: 1.5,
    controlHeightSM: 22,
    controlHeight: 26,
    controlHeightLG: 30,
  };
}

export function antdTheme(theme: Theme): ThemeConfig {
  const colours = palettes[theme];
  return {
    algorithm: [theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, antd.compactAlgorithm, dense],
    token: {
      motion: false,
      wireframe: false,
      fontFamily: 'var(--ui)',
      borderRadius: 6,
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.accent,
      colorError: colours.high,
      colorWarning: colours.medium,
      colorSuccess: colours.ins,
      colorErrorBg: colours['high-bg'],
      colorWarningBg: colours['medium-bg'],
      colorSuccessBg: colours['ins-bg'],
      colorPrimaryBg: colours['accent-weak'],
      colorBgLayout: colours.desk,
      colorBgContainer: colours.paper,
      colorBgElevated: theme === 'dark' ? colours.panel : colours.paper,
      colorBorder: colours.line,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      colorText: colours.ink,
      colorTextSecondary: colours['ink-2'],
      colorTextTertiary: colours['ink-3'],
      colorTextPlaceholder: colours['ink-3'],
      colorTextDescription: colours['ink-2'],
      colorTextLightSolid: colours['on-accent'],
      controlItemBgActive: colours['accent-weak'],
      controlItemBgHover: colours['notice-bg'],
      colorBgMask: theme === 'dark' ? 'rgb(0 0 0 / 50%)' : 'rgb(29 35 41 / 32%)',
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      boxShadowSecondary: theme === 'dark' ? '0 6px 24px rgb(0 0 0 / 45%)' : '0 6px 24px rgb(20 30 40 / 14%)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Input: { activeShadow: 'none' },
      Tooltip: { colorTextLightSolid: theme === 'dark' ? colours.ink : '#ffffff' },
    },
  };
}
