import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { paint } from "@/shared/design/tokens";
import "@/shared/design/global.css";
import "@/shared/light/light.css";
import { startLanguage } from "@/shared/light/lang";
import { Citizen } from "@/shells/citizen/Citizen";

paint(document.documentElement);
startLanguage();
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Citizen />
    </StrictMode>,
  );
}
