import type { ThemeConfig } from "antd";

/**
 * The colours of the desk, named after the mineral pigments of Chinese painting: azurite for what can be acted on,
 * malachite for what went well, ochre for what is running out, cinnabar for what is late or urgent.
 */
export const colour = {
  ink: "#16222e",
  inkSoft: "#4a5a69",
  inkFaint: "#5d6b79",
  line: "#dde3e9",
  lineSoft: "#ebeff3",
  paper: "#f3f5f8",
  surface: "#ffffff",
  night: "#10283d",
  azurite: "#175c96",
  azuriteDeep: "#0f4573",
  azuriteWash: "#e8f1f8",
  malachite: "#1f7a5c",
  malachiteWash: "#e6f3ee",
  ochre: "#9a5b00",
  ochreWash: "#fdf2dd",
  cinnabar: "#bf2f24",
  cinnabarWash: "#fcebe8",
  stone: "#5d6b78",
  stoneWash: "#eef1f4",
} as const;

/** The same pigments on the wall at night: light enough to be told apart across a hall. */
export const dark: Record<keyof typeof colour, string> = {
  ink: "#eef4f9",
  inkSoft: "#b3c3d1",
  inkFaint: "#8699a9",
  line: "#22394d",
  lineSoft: "#182b3c",
  paper: "#08131d",
  surface: "#0e1d2b",
  night: "#050d14",
  azurite: "#62aef0",
  azuriteDeep: "#9accf7",
  azuriteWash: "#12304a",
  malachite: "#4cc79a",
  malachiteWash: "#10332a",
  ochre: "#f0b04a",
  ochreWash: "#3a2b10",
  cinnabar: "#ff6f5e",
  cinnabarWash: "#431b18",
  stone: "#93a5b4",
  stoneWash: "#182737",
};

export const FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Sets the CSS variables from the table above, so that style sheets and Ant Design share one source. */
export function paint(root: HTMLElement, table: Record<keyof typeof colour, string> = colour): void {
  for (const [name, value] of Object.entries(table)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.style.setProperty("--font", FONT);
}

export const theme: ThemeConfig = {
  cssVar: {},
  token: {
    colorPrimary: colour.azurite,
    colorLink: colour.azurite,
    colorSuccess: colour.malachite,
    colorWarning: colour.ochre,
    colorError: colour.cinnabar,
    colorWarningBg: colour.ochreWash,
    colorWarningBorder: "#ecd3a2",
    colorErrorBg: colour.cinnabarWash,
    colorErrorBorder: "#efc0ba",
    colorSuccessBg: colour.malachiteWash,
    colorSuccessBorder: "#b5d8cb",
    colorText: colour.ink,
    colorTextSecondary: colour.inkSoft,
    colorTextTertiary: colour.inkFaint,
    colorTextPlaceholder: colour.inkFaint,
    colorBorder: "#c9d2db",
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.paper,
    fontFamily: FONT,
    fontSize: 14,
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 32,
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
    boxShadow: "0 8px 28px rgb(16 40 61 / 16%)",
    boxShadowSecondary: "0 8px 28px rgb(16 40 61 / 16%)",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
    Modal: { titleFontSize: 17 },
    Form: { itemMarginBottom: 18, verticalLabelPadding: "0 0 4px" },
  },
};
