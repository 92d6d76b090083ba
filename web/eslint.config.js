import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// The river of the web: shared ← features ← shells. Nothing below knows what stands above it.
const zones = [
  { target: "./src/shared", from: "./src/features", message: "shared knows no feature." },
  { target: "./src/shared", from: "./src/shells", message: "shared knows no shell." },
  { target: "./src/features", from: "./src/shells", message: "A feature knows no shell." },
];

export default tseslint.config(
  { ignores: ["node_modules", "src/shared/api/schema.d.ts"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] }, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: { "import-x/resolver": { typescript: true } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "import-x/no-cycle": "error",
      "max-lines": ["error", 300],
      complexity: ["error", 14],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  { files: ["eslint.config.js"], ...tseslint.configs.disableTypeChecked },
);
