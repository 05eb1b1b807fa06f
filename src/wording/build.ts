/** Messages of the build (src/build/). */
export const buildWordings = {
  edited: {
    zh: () => '文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite',
    en: () => 'the file was edited by hand and is left alone; --overwrite makes it anew',
  },
};
