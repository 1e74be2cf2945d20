package dev.rolewise.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Starts a loopback Discord and lets a developer be its members on the console: {@code mvn -q test-compile exec:java@loopback}.
 * The one argument, if given, is the port; 0 is a free one.
 */
public final class LoopbackMain {
    private LoopbackMain() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LoopbackDiscord discord =
                LoopbackDiscord.start(LoopbackSettings.defaults().withPort(port))) {
            out.println("A loopback Discord listens at " + discord.restUrl());
            out.println("Start the bot in another terminal:");
            out.println("  DISCORD_TOKEN=any ROLEWISE_DISCORD_REST_URL=" + discord.restUrl()
                    + " java -jar target/rolewise.jar discord");
            out.println(Console.HELP);
            Console console = new Console(discord, out);
            for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
                console.run(line.strip());
            }
            discord.violations().forEach(violation -> out.println("violation: " + violation));
        }
    }
}
