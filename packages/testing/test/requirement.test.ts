import { describe, expect, it } from '@jest/globals';
import { folder, pythonModule, tool } from '@turnscope/testing';

describe('tool', () => {
  it('finds a program on the PATH', () => {
    expect(tool('node')).toEqual({ what: 'the tool node', found: true });
  });

  it('says that a program is missing', () => {
    expect(tool('no-such-program')).toEqual({ what: 'the tool no-such-program', found: false });
  });
});

describe('folder', () => {
  it('starts at the root of the workspace', () => {
    expect(folder('packages/testing/src')).toMatchObject({ found: true });
  });

  it('says that a folder is missing', () => {
    expect(folder('no-such-folder')).toMatchObject({
      what: 'the folder no-such-folder',
      found: false,
    });
  });
});

describe('pythonModule', () => {
  it('says that a module is missing', () => {
    expect(pythonModule('no_such_module')).toMatchObject({
      what: 'the Python module no_such_module',
      found: false,
    });
  });
});
