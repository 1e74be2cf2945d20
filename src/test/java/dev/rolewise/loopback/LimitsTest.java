package dev.rolewise.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discord's documented limits, each one step over. */
class LimitsTest {

    @Test
    void content_is_at_most_2000_characters() {
        assertThat(details(message("{'flags':0,'content':'" + "x".repeat(2001) + "'}")))
                .contains("2000");
        assertThat(details(message("{'flags':0,'content':'" + "x".repeat(2000) + "'}")))
                .isEmpty();
    }

    @Test
    void components_v2_exclude_content_and_embeds() {
        String display = "'components':[{'type':10,'content':'hello'}]";
        assertThat(details(message("{'flags':32768," + display + "}"))).isEmpty();
        assertThat(details(message("{'flags':32768,'content':'x'," + display + "}")))
                .contains("IS_COMPONENTS_V2");
        assertThat(details(message("{'flags':0," + display + "}"))).contains("type 10 cannot be used here");
    }

    @Test
    void components_v2_hold_4000_characters_in_all() {
        String half = "{'type':10,'content':'" + "x".repeat(2001) + "'}";
        assertThat(details(message("{'flags':32768,'components':[" + half + "," + half + "]}")))
                .contains("4000");
    }

    @Test
    void components_v2_are_at_most_40_with_the_nested_ones() {
        String displays = "{'type':10,'content':'x'},".repeat(40);
        String container = "{'type':17,'components':[" + displays.substring(0, displays.length() - 1) + "]}";
        assertThat(details(message("{'flags':32768,'components':[" + container + "]}")))
                .contains("between 1 and 40");
    }

    @Test
    void a_row_holds_five_buttons_with_custom_ids_of_their_own() {
        String button = "{'type':2,'style':1,'label':'x','custom_id':'same'}";
        String row = "{'flags':0,'components':[{'type':1,'components':[" + button + ("," + button).repeat(5) + "]}]}";
        assertThat(details(message(row))).contains("between 1 and 5").contains("duplicated: same");
    }

    @Test
    void labels_custom_ids_and_select_options_are_bounded() {
        String button = "{'type':2,'style':1,'label':'" + "x".repeat(81) + "','custom_id':'" + "y".repeat(101) + "'}";
        assertThat(details(message("{'flags':0,'components':[{'type':1,'components':[" + button + "]}]}")))
                .contains("80")
                .contains("100");
        StringBuilder options = new StringBuilder("{'label':'a','value':'0'}");
        for (int i = 1; i <= 25; i++) {
            options.append(",{'label':'a','value':'").append(i).append("'}");
        }
        String menu = "{'type':3,'custom_id':'m','options':[" + options + "]}";
        assertThat(details(message("{'flags':0,'components':[{'type':1,'components':[" + menu + "]}]}")))
                .contains("between 1 and 25");
    }

    @Test
    void embeds_are_at_most_6000_characters_together() {
        String embed = "{'description':'" + "x".repeat(3001) + "'}";
        assertThat(details(message("{'flags':0,'embeds':[" + embed + "," + embed + "]}")))
                .contains("6000");
    }

    @Test
    void a_modal_has_a_short_title_and_at_most_five_components() {
        String label = "{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'%d'}}";
        StringBuilder labels = new StringBuilder(label.formatted(0));
        for (int i = 1; i <= 5; i++) {
            labels.append(',').append(label.formatted(i));
        }
        String modal = "{'custom_id':'m','title':'" + "x".repeat(46) + "','components':[" + labels + "]}";
        assertThat(details(ModalLimits.check(json(modal)))).contains("45").contains("between 1 and 5");
    }

    @Test
    void suggestions_are_at_most_25_of_100_characters() {
        String choice = "{'name':'" + "x".repeat(101) + "','value':'v'}";
        assertThat(details(ChoiceLimits.check(json("{'choices':[" + choice + ("," + choice).repeat(25) + "]}"))))
                .contains("between 0 and 25")
                .contains("100");
    }

    @Test
    void commands_have_short_descriptions_and_required_options_first() {
        String options = "[{'type':3,'name':'a','description':'d'},"
                + "{'type':3,'name':'b','description':'d','required':true}]";
        String command = "{'name':'Ask','description':'" + "x".repeat(101) + "','options':" + options + "}";
        assertThat(details(CommandLimits.check(Json.read(("[" + command + "]").replace('\'', '"')))))
                .contains("name pattern")
                .contains("100")
                .contains("Required options");
    }

    private static List<FormFaults.Fault> message(String json) {
        return MessageLimits.check(json(json), List.of(), "message");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    private static String details(List<FormFaults.Fault> faults) {
        return String.join("\n", faults.stream().map(FormFaults.Fault::detail).toList());
    }
}
