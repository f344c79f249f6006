package org.vigie.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What a made PDF says of itself, read without the code that made it; {@link #faults} are breaches of ISO 14289-1. */
public final class Tagged implements AutoCloseable {
    private static final Set<String> SHOWS =
            Set.of("Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "b", "Do", "sh");

    private final PDDocument document;
    private final List<PDStructureElement> elements = new ArrayList<>();

    private final byte[] pdf;

    public Tagged(byte[] pdf) throws IOException {
        this.pdf = pdf.clone();
        document = Loader.loadPDF(pdf);
        collect(document.getDocumentCatalog().getStructureTreeRoot());
    }

    private void collect(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                collect(element);
            }
        }
    }

    public PDDocument document() {
        return document;
    }

    public List<PDStructureElement> elements(String type) {
        return elements.stream()
                .filter(element -> element.getStructureType().equals(type))
                .toList();
    }

    public List<String> types() {
        return elements.stream().map(PDStructureElement::getStructureType).toList();
    }

    /** In the order of the pages' content. */
    public String text() throws IOException {
        return new PDFTextStripper().getText(document);
    }

    /** What veraPDF, the reference checker, finds against PDF/UA-1 (its profile of the Matterhorn protocol). */
    public List<String> violations() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            if (result.getTotalAssertions() == 0) return List.of("nothing was checked");
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    public List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (document.getDocumentCatalog().getLanguage() == null) faults.add("no language");
        if (!document.getDocumentCatalog().getMarkInfo().isMarked()) faults.add("not marked");
        if (!document.getDocumentCatalog().getViewerPreferences().displayDocTitle()) faults.add("title not shown");
        if (document.getDocumentInformation().getTitle().isBlank()) faults.add("no title");
        String metadata = new String(
                document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        if (!metadata.contains("<pdfuaid:part>1</pdfuaid:part>")) faults.add("no identification");
        if (!metadata.contains("<dc:title>")) faults.add("no title in the metadata");
        if (!catalog.containsKey(COSName.OUTLINES)) faults.add("no bookmarks");
        headings(faults);
        tables(faults);
        lists(faults);
        marks(faults);
        return faults;
    }

    private void headings(List<String> faults) {
        int level = 0;
        for (String type : types()) {
            if (!type.matches("H[1-6]")) continue;
            int next = type.charAt(1) - '0';
            if (next > level + 1) faults.add(type + " under H" + level);
            level = next;
        }
        if (level == 0) faults.add("no heading");
    }

    private void tables(List<String> faults) {
        for (PDStructureElement head : elements("TH")) {
            COSDictionary attribute = head.getCOSObject().getCOSDictionary(COSName.A);
            if (attribute == null || !Set.of("Row", "Column").contains(attribute.getNameAsString("Scope", ""))) {
                faults.add("a header cell without its scope");
            }
        }
        for (PDStructureElement row : elements("TR")) {
            if (!((PDStructureElement) row.getParent()).getStructureType().equals("Table")) faults.add("a row alone");
        }
    }

    private void lists(List<String> faults) {
        for (PDStructureElement item : elements("LI")) {
            List<String> kids = item.getKids().stream()
                    .map(kid -> ((PDStructureElement) kid).getStructureType())
                    .toList();
            if (!kids.equals(List.of("Lbl", "LBody"))) faults.add("an item of " + kids);
        }
    }

    /** Each mark is an element's, by the tree and by the parent tree, and nothing is shown without one. */
    private void marks(List<String> faults) throws IOException {
        Map<PDPage, Map<Integer, PDStructureElement>> owners = new HashMap<>();
        for (PDStructureElement element : elements) {
            for (Object kid : element.getKids()) {
                if (!(kid instanceof PDMarkedContentReference mark)) continue;
                owners.computeIfAbsent(mark.getPage(), _ -> new HashMap<>()).put(mark.getMCID(), element);
            }
        }
        COSArray numbers = document.getDocumentCatalog()
                .getStructureTreeRoot()
                .getCOSObject()
                .getCOSDictionary(COSName.PARENT_TREE)
                .getCOSArray(COSName.NUMS);
        for (PDPage page : document.getPages()) {
            Map<Integer, PDStructureElement> own = owners.getOrDefault(page, Map.of());
            COSArray back = (COSArray) numbers.getObject(2 * page.getStructParents() + 1);
            Set<Integer> seen = marksOf(page, faults);
            if (!seen.equals(own.keySet())) faults.add("marks " + seen + ", elements " + own.keySet());
            for (int mark : seen) {
                PDStructureElement owner = own.get(mark);
                if (owner == null || !owner.getCOSObject().equals(back.getObject(mark))) {
                    faults.add("another parent of " + mark);
                }
            }
            fonts(page, faults);
        }
    }

    private static Set<Integer> marksOf(PDPage page, List<String> faults) throws IOException {
        Set<Integer> marks = new HashSet<>();
        List<COSBase> operands = new ArrayList<>();
        int depth = 0;
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (!(token instanceof Operator operator)) {
                operands.add((COSBase) token);
                continue;
            }
            String name = operator.getName();
            if (name.equals("BDC")) mark(page, operands.getLast()).ifPresent(marks::add);
            if (name.startsWith("B") && name.endsWith("C")) depth++;
            if (name.equals("EMC")) depth--;
            if (depth > 1) faults.add("a mark within a mark");
            if (depth == 0 && SHOWS.contains(name)) faults.add(name + " outside of any mark");
            operands.clear();
        }
        return marks;
    }

    private static java.util.Optional<Integer> mark(PDPage page, COSBase properties) {
        COSDictionary found = properties instanceof COSName name
                ? page.getResources().getProperties(name).getCOSObject()
                : (COSDictionary) properties;
        return found.getDictionaryObject(COSName.MCID) instanceof COSInteger number
                ? java.util.Optional.of(number.intValue())
                : java.util.Optional.empty();
    }

    private static void fonts(PDPage page, List<String> faults) throws IOException {
        for (COSName name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            if (!font.isEmbedded()) faults.add(font.getName() + " is not embedded");
            if (!font.getCOSObject().containsKey(COSName.TO_UNICODE)) faults.add(font.getName() + " has no text");
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
