#include <libxml/xmlversion.h>
/* Debian's libxml2 names ICU in its headers, which Foundation brings along in another version. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
