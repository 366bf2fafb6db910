"""Two friendly words for the name of a file, chosen by its content."""

from __future__ import annotations

import hashlib
from typing import Final

ADJECTIVES: Final = tuple(
    word
    for line in (
        "agile airy alert amber ample ancient apt arctic autumn awake balanced balmy beaming blooming blue",
        "bold bonny brave breezy brief bright brilliant brisk broad bronze bubbly busy calm candid careful",
        "caring cheerful chilly chirpy civil clean clear clever cloudy coastal cobalt colorful complete",
        "copper cosmic cosy courteous crimson crisp curious curly daily dainty dapper daring dazzling decent",
        "deep deft dewy diligent distant dotted dreamy dusty dutiful eager early earnest eastern easy",
        "effortless elated elegant emerald endless equal fabled fair faithful famous fancy fast fearless",
        "festive fine fleet floral fluent fluffy flying fond formal fragrant frank fresh friendly frosty",
        "frugal full gallant generous gentle gifted gilded glad gleaming glossy glowing golden good graceful",
        "grand grassy grateful green handy happy hardy harmonic hazel hearty helpful honest hopeful humble",
        "icy ideal indigo inland ivory jaunty jolly jovial joyful jubilant keen kind lasting lavender leafy",
        "light lilac lively lofty loyal lucid lucky lunar magic marble marine mellow merry mighty mild",
        "mindful minty modern modest mossy musical mythic natural neat nifty nimble noble northern novel",
        "oaken organic orderly ornate pastel patient peaceful pearly peppy placid plain playful pleasant plucky",
        "poetic polar polished polite proud prudent pure quick quiet radiant rainy rapid ready regal restful",
        "rosy round royal rural russet rustic sandy satin scenic serene shady sharp shiny silken silver",
        "simple sincere sleek smart smooth snowy snug social soft solar solid spry stable starry steady",
        "sterling sturdy subtle sunny sweet swift tender thankful tidy tranquil trusty upbeat vast velvet",
        "verdant vibrant vivid warm welcome western whimsical wintry wise witty woven yearly zesty",
    )
    for word in line.split()
)
NOUNS: Final = tuple(
    word
    for line in (
        "acorn alcove almond alpaca anchor anthem apricot apron arbor arch aurora avenue badge bagel bakery",
        "balcony bamboo banjo barley basil basket bay beacon beech bench birch biscuit bison blanket blossom",
        "bonfire bottle boulder bramble branch bread bridge brook broom bucket cabin cactus camel candle",
        "canoe canopy canyon caravan cardinal carpet carrot castle cedar celery cello chalk chapel chestnut",
        "cinnamon citadel clarinet cliff clock cloud clover cobble comet copse coral cottage cove cradle",
        "crane crater creek cricket crocus crystal cypress daffodil daisy dawn delta desert dewdrop dolphin",
        "donkey dove drum dune eagle easel echo edelweiss egret elm ember estuary fable feather fern ferry",
        "fiddle field fig finch fjord flint flower flute forest fossil fountain garden garnet gazelle geyser",
        "ginger giraffe glacier glade goose gorge granite grape grove guitar hammock harbor harp harvest",
        "hazelnut heather hedge heron hill holly honey horizon igloo inlet iris island ivy jasmine jigsaw",
        "juniper kayak kite kiwi koala lagoon lake larder lark laurel leaf lemon lentil library lichen lily",
        "lime lobster lotus lute lynx magnolia magpie mango maple marigold market marmot marsh meadow",
        "meridian meteor mint mitten moon moose mosaic mountain myrtle nectar nest nightfall notebook nutmeg",
        "oasis oat oatmeal oboe ocean olive onion opal orchard orchid osprey otter owl pancake panda papaya",
        "parade parsley path pear pebble pelican pepper pergola petal piano pine planet plateau plum pond",
        "poppy postcard prairie puffin pumpkin quail quarry quartz quilt quiver rabbit rainbow raisin",
        "raspberry reed reef ribbon ridge river saddle sapling scarf seagull sparkle sparrow spruce squirrel",
        "sunrise swan tulip turnip valley violin walnut willow",
    )
    for word in line.split()
)


def words(seed: bytes | str) -> str:
    """Return two lower-case ASCII words joined by ``_``; the same seed always gives the same two."""
    digest = hashlib.sha256(seed.encode(errors="surrogatepass") if isinstance(seed, str) else seed).digest()
    return f"{ADJECTIVES[digest[0] % len(ADJECTIVES)]}_{NOUNS[digest[1] % len(NOUNS)]}"
