import { expect, test } from 'vitest';
import { sampleDocuments } from '../sample-documents.ts';
import { sampleWriter } from './sample-writer.ts';
import { packageFaults } from '../../ooxml/validator.ts';

const { value: write, messages } = sampleWriter();

test('the writer is made without a message', () => {
  expect(messages).toEqual([]);
});

test.each(Object.keys(sampleDocuments))('the Open XML SDK finds no error in %s', async (name) => {
  const document = sampleDocuments[name];
  if (document === undefined) throw new Error(`no document ${name}`);
  expect(await packageFaults(write(document), 'docx')).toEqual([]);
});
