import { extname } from 'node:path';
import type { Link } from '#shared/model/tables.ts';

/**
 * What evidence and voice can serve. A framework item stands beside what it groups, and technician voice is linked to
 * it; nothing serves itself.
 */
export function linkProblem({ sourceKind, sourceId, targetKind, target }: Omit<Link, 'id'>): string | null {
  if (sourceId === target) return 'Something cannot be linked to itself.';
  if (sourceKind === 'evidence' && targetKind === 'evidence') return 'Evidence is not linked to other evidence.';
  if (sourceKind !== 'voice' && targetKind === 'frameworkItem')
    return 'Only technician voice is linked to a framework.';
  return null;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.eml': 'message/rfc822',
  '.msg': 'application/vnd.ms-outlook',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4',
  '.zip': 'application/zip',
};

/** By the name alone: it is shown and printed, never trusted to open anything. */
export const mediaTypeOf = (fileName: string): string =>
  mediaTypes[extname(fileName).toLowerCase()] ?? 'application/octet-stream';
