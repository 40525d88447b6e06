/** Namespaces of office files → the short prefix their standards use. Files may choose any prefix; readers here see only these. */
export const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // ECMA-376 transitional and ISO/IEC 29500 strict
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
    'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
    'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
    'http://purl.oclc.org/ooxml/presentationml/main': 'p',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
    'http://schemas.microsoft.com/office/powerpoint/2018/8/main': 'p188',
    'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments': 'xtc',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    // OpenDocument 1.3
    'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
    'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
    'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
    'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
    'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
    'urn:oasis:names:tc:opendocument:xmlns:presentation:1.0': 'presentation',
    'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
    'http://www.w3.org/1999/xlink': 'xlink',
    // EPUB 3
    'urn:oasis:names:tc:opendocument:xmlns:container': 'container',
    'http://www.idpf.org/2007/opf': 'opf',
    'http://www.w3.org/2001/04/xmlenc#': 'enc',
  }),
)
