// Cards as the light theme of Teams shows them.

export const fonts =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

const foreground = (name, subtle = name) => ({
  default: name, subtle, highlightColors: { default: "#fff1a8", subtle: "#fff1a8" },
});

const colours = {
  default: foreground("#242424", "#616161"),
  dark: foreground("#242424", "#616161"),
  light: foreground("#ffffff", "#f0f0f0"),
  accent: foreground("#4f52b2", "#5b5fc7"),
  good: foreground("#13651d", "#237b4b"),
  warning: foreground("#7a4f00", "#835c00"),
  attention: foreground("#b10e1c", "#c4314b"),
};

const container = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });

export const hostConfig = {
  // The page has a heading of its own above every card's.
  textBlock: { headingLevel: 2 },
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: fonts,
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "Consolas, Menlo, monospace",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 32 },
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: "#e0e0e0" },
  imageSizes: { small: 40, medium: 64, large: 96 },
  containerStyles: {
    default: container("#ffffff"),
    emphasis: container("#f5f5f5"),
    accent: container("#e8ebfa"),
    good: container("#e7f2da"),
    warning: container("#fff4ce"),
    attention: container("#fde7e9"),
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", color: "default", size: "default", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder", color: "default", size: "default" },
    },
    errorMessage: { color: "attention", size: "small", weight: "default", spacing: "small" },
  },
  textStyles: { heading: { weight: "bolder", size: "large", color: "default", isSubtle: false } },
  factSet: {
    title: { size: "default", color: "default", isSubtle: false, weight: "bolder", wrap: true, maxWidth: 110 },
    value: { size: "default", color: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 12,
  },
  adaptiveCard: { allowCustomStyle: false },
};
