import { App, ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, type ReactNode } from "react";
import { theme } from "@/shared/design/tokens";
import { useWords } from "@/shared/i18n";

/** The page's own nonce: only styles that carry it are applied. */
const csp = { nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "" };

/** Theme and language for everything inside. */
export function Dress({ children }: { children: ReactNode }) {
  const { language } = useWords();
  useEffect(() => {
    dayjs.locale(language === "zh" ? "zh-cn" : "en");
  }, [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === "zh" ? zh : en}
      button={{ autoInsertSpace: false }}
      csp={csp}
    >
      <App message={{ maxCount: 2, top: 64 }} style={{ height: "100%" }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
