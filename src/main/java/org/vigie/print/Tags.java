package org.vigie.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The structure tree (ISO 32000-1 §14.7): what each mark on a page is. Elements know their marks, and a parent tree
 * leads from the marks of a page back to their elements.
 */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final List<COSArray> parents = new ArrayList<>();
    private final Map<PDPage, COSArray> marks = new HashMap<>();

    Tags(PDDocument of) {
        document = new PDStructureElement("Document", root);
        root.appendKid(document);
        of.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        of.getDocumentCatalog().setMarkInfo(info);
    }

    PDStructureElement document() {
        return document;
    }

    /** @param type of §14.8.4: {@code P}, {@code H1}, {@code TH} */
    PDStructureElement element(PDStructureNode parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** Says of a header cell whether it heads its row or its column (§14.8.5.7), or how a list is numbered (§14.8.5.5). */
    static void attribute(PDStructureElement element, String owner, String name, String value) {
        COSDictionary attribute = new COSDictionary();
        attribute.setName(COSName.O, owner);
        attribute.setName(name, value);
        element.getCOSObject().setItem(COSName.A, attribute);
    }

    void begin(PDPage page) {
        COSArray own = new COSArray();
        page.setStructParents(parents.size());
        // The order of the tab key is that of the structure (ISO 14289-1 §7.18.3).
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        parents.add(own);
        marks.put(page, own);
    }

    /** @return the number under which the next mark of a page belongs to an element */
    int mark(PDStructureElement element, PDPage page) {
        COSArray own = marks.get(page);
        if (own == null) throw new IllegalStateException("a page that was not begun");
        int number = own.size();
        own.add(element.getCOSObject());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        return number;
    }

    void end() {
        COSArray numbers = new COSArray();
        for (int page = 0; page < parents.size(); page++) {
            numbers.add(COSInteger.get(page));
            numbers.add(parents.get(page));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(parents.size());
    }
}
