import { describe, expect, it } from '@jest/globals';
import {
  parseProcessExit,
  parseProcessStart,
  parseRestart,
} from '../../src/events/parse-process.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';

describe('parseProcessStart', () => {
  it.each([
    ['the least it needs', shapes['process-start'].minimal],
    ['everything it may have', shapes['process-start'].full],
    ['fields that nobody knows', { ...shapes['process-start'].full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes['process-start'].minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseProcessStart(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['process-start']))('refuses %s', (_name, event, reason, message) => {
    expect(parseProcessStart(event)).toEqual({ reason, message });
  });
});

describe('parseProcessExit', () => {
  it.each([
    ['the least it needs', shapes['process-exit'].minimal],
    ['everything it may have', shapes['process-exit'].full],
    ['fields that nobody knows', { ...shapes['process-exit'].full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes['process-exit'].minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseProcessExit(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['process-exit']))('refuses %s', (_name, event, reason, message) => {
    expect(parseProcessExit(event)).toEqual({ reason, message });
  });
});

describe('parseRestart', () => {
  it.each([
    ['the least it needs', shapes.restart.minimal],
    ['everything it may have', shapes.restart.full],
    ['fields that nobody knows', { ...shapes.restart.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.restart.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseRestart(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.restart))('refuses %s', (_name, event, reason, message) => {
    expect(parseRestart(event)).toEqual({ reason, message });
  });
});
