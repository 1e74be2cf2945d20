package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Which layers of a PDF are not shown when it is opened (ISO 32000-1, 8.11). */
final class PdfLayers {
    private static final COSName VISIBLE_IF = COSName.getPDFName("VE");
    private static final COSName AUTOMATIC = COSName.getPDFName("AS");
    private static final COSName VIEW = COSName.getPDFName("View");
    private static final COSName EVENT = COSName.getPDFName("Event");
    private static final COSName USAGE = COSName.getPDFName("Usage");
    private static final COSName STATE = COSName.getPDFName("ViewState");
    private static final int DEEPEST = 20;

    private final boolean usuallyOff;
    private final List<COSBase> on;
    private final List<COSBase> off;
    private final List<COSBase> automatic = new ArrayList<>();

    PdfLayers(PDDocument document) {
        COSDictionary all = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        COSDictionary first = all == null ? null : all.getCOSDictionary(COSName.D);
        COSDictionary settings = first == null ? new COSDictionary() : first;
        usuallyOff = COSName.OFF.equals(settings.getCOSName(COSName.BASE_STATE));
        on = members(settings.getCOSArray(COSName.ON));
        off = members(settings.getCOSArray(COSName.OFF));
        for (COSBase usage : members(settings.getCOSArray(AUTOMATIC))) {
            if (usage instanceof COSDictionary how && VIEW.equals(how.getCOSName(EVENT))) {
                automatic.addAll(members(how.getCOSArray(COSName.OCGS)));
            }
        }
    }

    /** Whether what belongs to a group, or to a membership of groups, is not shown; what belongs to none is. */
    boolean hide(@Nullable COSDictionary group) {
        if (group == null) {
            return false;
        }
        return COSName.OCMD.equals(group.getCOSName(COSName.TYPE)) ? membership(group) : isOff(group);
    }

    private boolean isOff(COSDictionary group) {
        if (automatic.stream().anyMatch(one -> one == group)) {
            COSDictionary usage = group.getCOSDictionary(USAGE);
            COSDictionary view = usage == null ? null : usage.getCOSDictionary(VIEW);
            COSName state = view == null ? null : view.getCOSName(STATE);
            if (state != null) {
                return state.equals(COSName.OFF);
            }
        }
        return usuallyOff
                ? on.stream().noneMatch(one -> one == group)
                : off.stream().anyMatch(one -> one == group);
    }

    private boolean membership(COSDictionary membership) {
        COSArray condition = membership.getCOSArray(VISIBLE_IF);
        if (condition != null) {
            return !isTrue(condition, 0);
        }
        COSBase of = membership.getDictionaryObject(COSName.OCGS);
        List<COSBase> groups = of instanceof COSArray array ? members(array) : of == null ? List.of() : List.of(of);
        List<COSDictionary> real = groups.stream()
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .toList();
        if (real.isEmpty()) {
            return false;
        }
        String policy = String.valueOf(membership.getNameAsString(COSName.P));
        return switch (policy) {
            case "AllOn" -> real.stream().anyMatch(this::isOff);
            case "AnyOff" -> real.stream().noneMatch(this::isOff);
            case "AllOff" -> !real.stream().allMatch(this::isOff);
            default -> real.stream().allMatch(this::isOff);
        };
    }

    private boolean isTrue(@Nullable COSBase condition, int depth) {
        if (condition instanceof COSDictionary group) {
            return !isOff(group);
        }
        if (!(condition instanceof COSArray array) || array.size() == 0 || depth > DEEPEST) {
            return true;
        }
        List<COSBase> parts = members(array);
        List<COSBase> operands = parts.subList(1, parts.size());
        return switch (parts.get(0) instanceof COSName name ? name.getName() : "") {
            case "Not" -> operands.isEmpty() || !isTrue(operands.get(0), depth + 1);
            case "Or" -> operands.stream().anyMatch(one -> isTrue(one, depth + 1));
            default -> operands.stream().allMatch(one -> isTrue(one, depth + 1));
        };
    }

    private static List<COSBase> members(@Nullable COSArray array) {
        List<COSBase> members = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            COSBase member = array.get(i);
            COSBase real = member instanceof COSObject reference ? reference.getObject() : member;
            if (real != null) {
                members.add(real);
            }
        }
        return members;
    }
}
