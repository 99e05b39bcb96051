import type { ThemeConfig } from 'antd'

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

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary,
    colorInfo: palette.primary,
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
    fontFamily:
      '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
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
    Menu: {
      itemHeight: 36,
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
