package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;

class RestFailuresTest {
    @Test
    void every_failure_is_one_line() {
        ErrorResponseException refused = refused(ErrorResponse.INVALID_FORM_BODY);
        when(refused.getMessage()).thenReturn("50035: Invalid Form Body\n  components[0]: too long");

        assertThat(RestFailures.reason(refused))
                .isEqualTo("Discord answered 50035 50035: Invalid Form Body components[0]: too long");
        assertThat(RestFailures.reason(new IOException("a\nb"))).isEqualTo("IOException a b");
        assertThat(RestFailures.reason(new IOException())).isEqualTo("IOException null");
    }

    @Test
    void a_reply_that_is_gone_is_not_tried_again_and_a_server_error_is() {
        assertThat(RestFailures.isGone(refused(ErrorResponse.UNKNOWN_INTERACTION)))
                .isTrue();
        assertThat(RestFailures.isGone(refused(ErrorResponse.UNKNOWN_WEBHOOK))).isTrue();
        assertThat(RestFailures.isGone(new InteractionFailureException())).isTrue();
        assertThat(RestFailures.isGone(refused(ErrorResponse.SERVER_ERROR))).isFalse();
        assertThat(RestFailures.isGone(new IOException("reset"))).isFalse();
    }

    private static ErrorResponseException refused(ErrorResponse response) {
        ErrorResponseException refused = mock(ErrorResponseException.class);
        when(refused.getErrorResponse()).thenReturn(response);
        when(refused.getErrorCode()).thenReturn(response.getCode());
        when(refused.getMeaning()).thenReturn(response.getMeaning());
        return refused;
    }
}
