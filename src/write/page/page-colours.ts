/** Colours and type of the page. Every ink on its ground has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), light and dark. */
export const pageColours = `
:root {
  color-scheme: light dark;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "HarmonyOS Sans SC", sans-serif;
  --serif: "Songti SC", "STSong", "SimSun", "NSimSun", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  --ground: #f6f4ef; --card: #ffffff; --head: #efece4; --hover: #f7f5f0;
  --ink: #1d1f22; --muted: #5c5f63; --line: #d8d4c9; --field: #85827a;
  --link: #0a4a86; --focus: #1a6fc4;
  --red: #fae3e3; --red-ink: #96101f; --red-rule: #b3121f; --on-red: #ffffff;
  --yellow: #fdf0c8; --yellow-ink: #6b4a00; --yellow-rule: #e9b92f; --on-yellow: #000000;
  --green: #e2f0e4; --green-ink: #1c5a2d; --green-rule: #3f8f58; --on-green: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #16181b; --card: #1e2125; --head: #272b30; --hover: #24282d;
    --ink: #e9e7e2; --muted: #a9adb3; --line: #383d44; --field: #7c828a;
    --link: #8fc1f5; --focus: #6fb1f7;
    --red: #46191d; --red-ink: #ffb4b4; --red-rule: #d3434b; --on-red: #ffffff;
    --yellow: #40350f; --yellow-ink: #f5d77c; --yellow-rule: #d8ac34; --on-yellow: #000000;
    --green: #173620; --green-ink: #a5e0b4; --green-rule: #54a86d; --on-green: #000000;
  }
}
`;
