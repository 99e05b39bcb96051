import type { ThemeConfig } from 'antd'
import type { Language } from '@/i18n/types'

/**
 * The console's colours: ink navy for the institution, vermilion only for the
 * seal and for what is overdue or refused. Every text colour keeps 4.5:1 on
 * white and on the page ground, every control border 3:1 (WCAG 2.2 AA).
 */
export const palette = {
  ink: '#0f2f52',
  primary: '#1a5290',
  seal: '#a8322a',
  text: '#17212e',
  textMuted: '#465466',
  textFaint: '#5a6778',
  line: '#dfe5ec',
  border: '#8592a2',
  ground: '#eff2f6',
  green: '#1b7048',
  amber: '#8f5400',
  red: '#b3261e',
} as const

const chinese =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

/** English sets its quotes and apostrophes from a Latin font: a Chinese one gives them the width of a character. */
const english = `"Segoe UI", "Helvetica Neue", "Noto Sans", ${chinese}`

const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary,
    colorPrimaryBg: '#e6eef7',
    colorPrimaryBgHover: '#d5e3f2',
    colorPrimaryBorder: '#a9c3de',
    colorInfo: palette.primary,
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#b9cfe6',
    colorSuccessBg: '#edf7f1',
    colorSuccessBorder: '#a9d3bd',
    colorWarningBg: '#fdf6e7',
    colorWarningBorder: '#e6c88a',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#e9b8b2',
    colorLink: palette.primary,
    colorSuccess: palette.green,
    colorWarning: palette.amber,
    colorError: palette.red,
    colorTextBase: palette.text,
    colorText: palette.text,
    colorTextSecondary: palette.textMuted,
    colorTextTertiary: palette.textFaint,
    colorTextDescription: palette.textFaint,
    colorTextPlaceholder: '#66727f',
    colorBorder: palette.border,
    colorBorderSecondary: palette.line,
    colorSplit: palette.line,
    colorBgLayout: palette.ground,
    borderRadius: 4,
    fontSize: 14,
    wireframe: false,
    fontFamily: chinese,
    fontFamilyCode: '"Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
    controlOutline: 'rgba(26, 82, 144, 0.28)',
    controlOutlineWidth: 3,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: {
      headerHeight: 52,
      headerPadding: '0 16px',
      headerBg: palette.ink,
      siderBg: '#ffffff',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Menu: {
      itemHeight: 32,
      itemMarginBlock: 1,
      itemSelectedBg: '#e6eef7',
      itemSelectedColor: palette.primary,
      itemBorderRadius: 4,
      groupTitleColor: palette.textFaint,
      groupTitleFontSize: 12,
    },
    Table: {
      headerBg: '#f3f6f9',
      headerColor: palette.textMuted,
      headerSplitColor: 'transparent',
      rowHoverBg: '#f2f7fc',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
      footerBg: '#f7f9fb',
    },
    Card: { headerFontSize: 15, headerHeightSM: 42, bodyPaddingSM: 14 },
    Descriptions: { labelBg: '#f3f6f9', labelColor: palette.textMuted },
    Form: { itemMarginBottom: 18, labelColor: palette.textMuted },
    Tag: { defaultBg: '#f0f3f7', defaultColor: palette.textMuted },
    Tabs: { horizontalMargin: '0 0 12px 0' },
  },
}

/**
 * The theme of a language. Whoever wishes for less motion gets none: the components wait for the
 * end of their own animations, so a style that cuts those short leaves lists that never open.
 */
export const themeOf = (language: Language): ThemeConfig => ({
  ...theme,
  token: {
    ...theme.token,
    ...(language === 'zh' ? {} : { fontFamily: english }),
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
})
