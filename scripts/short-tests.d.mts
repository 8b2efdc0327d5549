import type ts from 'typescript';

export function testEdits(node: ts.Node, checker: ts.TypeChecker): [from: number, to: number, text: string][];
